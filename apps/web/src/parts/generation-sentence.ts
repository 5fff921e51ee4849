import { measuredStep } from "./measured-progress.ts";
import type { GenerationView } from "../views/views.ts";
import type { Format } from "../words/format.ts";
import type { Words } from "../words/en.ts";

/** Where a generation stands, in one sentence made of what was measured. */
export function generationSentence(
  words: Words["studio"]["status"],
  format: Pick<Format, "count">,
  generation: Pick<GenerationView, "status" | "progress" | "portraits" | "putAway" | "outputs">,
): string {
  const { status, progress, portraits, putAway, outputs } = generation;
  const arrived = portraits.length + putAway;
  const measured = measuredStep(progress);
  switch (status) {
    case "queued":
    case "failed":
    case "canceled":
    case "expired":
      return words[status];
    case "submitted":
      return progress?.phase === "starting" ? words.starting : words.submitted;
    case "running":
      if (progress?.phase === "starting") return words.starting;
      return measured === null
        ? words.running
        : words.step(format.count(measured.step), format.count(measured.totalSteps));
    case "storing":
      return words.storing(arrived, outputs);
    case "succeeded":
      return words.succeeded(arrived);
  }
}
