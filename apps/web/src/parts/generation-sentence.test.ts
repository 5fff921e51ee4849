import { describe, expect, it } from "vitest";

import { generationView, portraitView } from "../../test/views.ts";
import { en } from "../words/en.ts";
import { createFormat } from "../words/format.ts";
import { generationSentence } from "./generation-sentence.ts";

const sentence = (differing: Parameters<typeof generationView>[0]) =>
  generationSentence(en.studio.status, createFormat("en-GB"), generationView(differing));

describe("where a generation stands", () => {
  it.each([
    [{ status: "queued", progress: { phase: "queued", step: null, totalSteps: null } }, "In line here"],
    [
      { status: "submitted", progress: { phase: "starting", step: null, totalSteps: null } },
      "The machine is starting",
    ],
    [{ status: "submitted", progress: null }, "In line at the provider"],
    [{ status: "running" }, "Step 10 of 50"],
    [{ status: "running", progress: { phase: "working", step: null, totalSteps: null } }, "Being made"],
    [{ status: "storing", portraits: [portraitView()] }, "1 of 2 here, the others are being stored"],
    [{ status: "succeeded", portraits: [portraitView()] }, "1 portrait ready"],
    [{ status: "succeeded", portraits: [portraitView()], putAway: 1 }, "2 portraits ready"],
    [{ status: "failed" }, "It failed"],
    [{ status: "canceled" }, "Cancelled"],
    [{ status: "expired" }, "It took too long and was given up"],
  ] as const)("%o reads %s", (differing, words) => {
    expect(
      sentence({ ...differing, portraits: [...("portraits" in differing ? differing.portraits : [])] }),
    ).toBe(words);
  });
});
