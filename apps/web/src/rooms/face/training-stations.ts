import type { Milestone } from "../../parts/milestones.tsx";
import { measuredStep } from "../../parts/measured-progress.ts";
import type { TrainingView } from "../../views/views.ts";
import type { Format } from "../../words/format.ts";
import type { Words } from "../../words/en.ts";

type Station = "packed" | "queued" | "learning" | "saving";
const order: readonly Station[] = ["packed", "queued", "learning", "saving"];

/** Which station a training stands at: its own status first, then the phase the trainer reports. */
export function trainingStation({ status, progress }: Pick<TrainingView, "status" | "progress">): Station {
  if (status === "draft" || status === "uploading") return "packed";
  switch (progress?.phase) {
    case "working":
      return "learning";
    case "storing":
      return "saving";
    case "queued":
    case "starting":
      return "queued";
    case undefined:
      return status === "running" ? "learning" : "queued";
  }
}

/** The four stations of a training with what was measured at the present one. */
export function trainingStations(
  training: TrainingView,
  words: Words["face"]["training"],
  format: Format,
): readonly Milestone[] {
  const now = order.indexOf(trainingStation(training));
  const measured = measuredStep(training.progress);
  const learningNote =
    measured === null
      ? words.stepUnknown
      : words.step(format.count(measured.step), format.count(measured.totalSteps));
  const names: Record<Station, { name: string; note: string }> = {
    packed: { name: words.packed, note: words.packedNote(training.selfieCount) },
    queued: { name: words.queued, note: words.queuedNote },
    learning: { name: words.learning, note: learningNote },
    saving: { name: words.saving, note: words.savingNote },
  };
  return order.map((station, index) => ({
    name: names[station].name,
    note: station === "packed" || index === now ? names[station].note : words.ahead,
    standing: index < now ? "done" : index === now ? "now" : "ahead",
  }));
}
