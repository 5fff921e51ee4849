import { describe, expect, it } from "vitest";

import { generationView, portraitView, trainingView } from "../../test/views.ts";
import { en } from "../words/en.ts";
import { newsInWords } from "./news-in-words.ts";
import { newsOfGeneration, newsOfTraining } from "./news-of.ts";

describe("news", () => {
  it("is the end of a generation that was watched, with how many portraits came of it", () => {
    const news = newsOfGeneration(
      generationView({ status: "storing" }),
      generationView({ status: "succeeded", portraits: [portraitView()] }),
    );
    expect(news && newsInWords(en, news)).toBe("1 portrait ready.");
  });

  it("is not what was over before the page was opened", () => {
    expect(newsOfGeneration(undefined, generationView({ status: "failed" }))).toBeNull();
    expect(newsOfTraining(undefined, trainingView({ status: "ready" }))).toBeNull();
  });

  it("is told once", () => {
    const failed = generationView({ status: "failed" });
    expect(newsOfGeneration(failed, failed)).toBeNull();
  });

  it("is not every step on the way", () => {
    expect(newsOfTraining(trainingView({ status: "submitted" }), trainingView())).toBeNull();
    expect(newsOfGeneration(generationView({ status: "queued" }), generationView())).toBeNull();
  });

  it.each([
    ["ready", "Your model is ready."],
    ["failed", "The training failed. Your selfies are kept."],
    ["canceled", "The training was cancelled. Your selfies are kept."],
  ] as const)("says of a training that is %s: %s", (status, sentence) => {
    const news = newsOfTraining(trainingView(), trainingView({ status }));
    expect(news && newsInWords(en, news)).toBe(sentence);
  });
});
