import { describe, expect, it } from "vitest";

import { selfieView, trainingView } from "../../../test/views.ts";
import type { SelfieList } from "../../views/views.ts";
import { en } from "../../words/en.ts";
import { measuring } from "../../words/en/measuring.ts";
import { createFormat } from "../../words/format.ts";
import { acceptedKinds } from "./accepted-kinds.ts";
import { faceLead } from "./face-lead.ts";
import { remainingInWords } from "../../parts/remaining-in-words.ts";
import { trainingStation, trainingStations } from "./training-stations.ts";
import { versionNumbers } from "./version-numbers.ts";

const limits: SelfieList["limits"] = {
  minimum: 5,
  advisedFrom: 10,
  advisedTo: 20,
  maximum: 40,
  maximumBytes: 25_000_000,
  minimumEdgePixels: 256,
  maximumEdgePixels: 12_000,
  maximumPixels: 60_000_000,
  accepted: ["image/jpeg"],
};

const lead = (count: number, drawn = false) =>
  faceLead(
    { face: en.face, coach: measuring.coach },
    {
      limits,
      set: null,
      selfies: Array.from({ length: count }, (_, index) => selfieView({ id: String(index), drawn })),
    },
  );

describe("the sentence about the set", () => {
  it("says what is missing until it can be trained on, then what would help", () => {
    expect(lead(0)).toBe(en.face.leadEmpty);
    expect(lead(4)).toBe("1 photo more and the model can be trained.");
    expect(lead(5)).toBe(en.face.leadEnough);
    expect(lead(10)).toBe(en.face.leadAdvised);
  });

  it("says that drawn selfies are drawn", () => {
    expect(lead(12, true)).toBe(en.face.leadDrawn);
  });
});

describe("the stations of a training", () => {
  it.each([
    [{ status: "draft", progress: null }, "packed"],
    [{ status: "uploading", progress: { phase: "queued", step: null, totalSteps: null } }, "packed"],
    [{ status: "submitted", progress: { phase: "starting", step: null, totalSteps: null } }, "queued"],
    [{ status: "running", progress: { phase: "working", step: 3, totalSteps: 9 } }, "learning"],
    [{ status: "running", progress: { phase: "storing", step: null, totalSteps: null } }, "saving"],
    [{ status: "running", progress: null }, "learning"],
  ] as const)("%o stands at %s", (training, station) => {
    expect(trainingStation(training)).toBe(station);
  });

  it("show the measured step at the present one, and nothing invented ahead", () => {
    const stations = trainingStations(trainingView(), en.face.training, createFormat("en-GB"));
    expect(stations.map(({ standing, note }) => [standing, note])).toEqual([
      ["done", "12 photos"],
      ["done", ""],
      ["now", "step 100 of 1,000"],
      ["ahead", ""],
    ]);
  });

  it("say so when no step was reported", () => {
    const training = trainingView({ progress: { phase: "working", step: null, totalSteps: null } });
    const stations = trainingStations(training, en.face.training, createFormat("en-GB"));
    expect(stations.find(({ standing }) => standing === "now")?.note).toBe("no step reported yet");
  });
});

describe("the remaining time in words", () => {
  it.each([
    [{ fromSeconds: 12, toSeconds: 31 }, "15 to 35 seconds"],
    [{ fromSeconds: 0, toSeconds: 0 }, "About 5 seconds"],
    [{ fromSeconds: 61, toSeconds: 121 }, "1 to 3 minutes"],
    [{ fromSeconds: 360, toSeconds: 540 }, "6 to 9 minutes"],
  ])("%o is %s", (remaining, words) => {
    expect(remainingInWords(en.face.training, remaining)).toBe(words);
  });
});

describe("versions", () => {
  it("are counted from the oldest, leaving out trainings that came to nothing", () => {
    const numbers = versionNumbers([
      { id: "now", status: "running" },
      { id: "second", status: "ready" },
      { id: "broken", status: "failed" },
      { id: "first", status: "ready" },
    ]);
    expect([...numbers]).toEqual([
      ["second", 2],
      ["first", 1],
    ]);
  });
});

describe("the kinds of picture that are taken", () => {
  it("are named as people name them, each once", () => {
    expect(acceptedKinds(["image/jpeg", "image/png", "image/heic", "image/heif"], en.face.or)).toBe(
      "JPEG, PNG or HEIC",
    );
    expect(acceptedKinds(["image/jpeg"], en.face.or)).toBe("JPEG");
  });
});
