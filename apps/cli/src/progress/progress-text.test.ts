import { describe, expect, it } from "vitest";
import { progressText } from "./progress-text.ts";

const training = {
  label: "Training",
  phase: "training",
  done: 420,
  total: 1_000,
  elapsedMs: 60_000,
  remainingMs: 83_000,
  outcome: null,
};

describe("progressText", () => {
  it("shows a bar, the share and the measured rest", () => {
    expect(progressText(training)).toBe(
      "Training                  ██████████░░░░░░░░░░░░░░  training, 42 % · 1 min · about 1 min left",
    );
  });

  it("shows the phase and the time gone by, and neither bar nor rest, while the steps are not known", () => {
    expect(progressText({ ...training, phase: "queued", done: null, total: null, remainingMs: null })).toBe(
      "Training                  queued · 1 min",
    );
  });

  it("says nothing of the rest while it is not measured", () => {
    expect(progressText({ ...training, remainingMs: null })).toMatch(/training, 42 % · 1 min$/);
  });

  it("never shows more than all of it", () => {
    expect(progressText({ ...training, done: 1_001 })).toContain("█".repeat(24).concat("  training, 100 %"));
  });

  it("ends with how it ended", () => {
    expect(progressText({ ...training, outcome: "ready" })).toBe("Training                  ready · 1 min");
  });

  it("keeps to its column and its line, whatever a file is called", () => {
    const text = progressText({ ...training, label: "a very long\nname of a photograph \u001B[2J.jpg" });
    expect(text).toMatch(/^a very long name of a p… {2}█/);
  });
});
