import type { GenerationStatus, TrainingStatus } from "./views.ts";

/** Whether a generation has reached one of its ends; an end is final. */
export function generationHasEnded(status: GenerationStatus): boolean {
  switch (status) {
    case "queued":
    case "submitted":
    case "running":
    case "storing":
      return false;
    case "succeeded":
    case "failed":
    case "canceled":
    case "expired":
      return true;
  }
}

/** Whether a training has reached one of its ends; an end is final. */
export function trainingHasEnded(status: TrainingStatus): boolean {
  switch (status) {
    case "draft":
    case "uploading":
    case "submitted":
    case "running":
      return false;
    case "ready":
    case "failed":
    case "canceled":
      return true;
  }
}
