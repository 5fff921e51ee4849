import type { GenerationView, TrainingView } from "../views/views.ts";

/** What is worth saying aloud about a change, once. */
export type News =
  | { readonly kind: "generation"; readonly end: "succeeded"; readonly portraits: number }
  | { readonly kind: "generation"; readonly end: "failed" | "canceled" | "expired" }
  | { readonly kind: "training"; readonly end: "ready" | "failed" | "canceled" };

/** The news in a generation's change of status: only its end, and only the first time it is seen. */
export function newsOfGeneration(before: GenerationView | undefined, now: GenerationView): News | null {
  if (before === undefined || before.status === now.status) return null;
  switch (now.status) {
    case "queued":
    case "submitted":
    case "running":
    case "storing":
      return null;
    case "succeeded":
      return { kind: "generation", end: "succeeded", portraits: now.portraits.length };
    case "failed":
    case "canceled":
    case "expired":
      return { kind: "generation", end: now.status };
  }
}

/** The news in a training's change of status: only its end, and only the first time it is seen. */
export function newsOfTraining(before: TrainingView | undefined, now: TrainingView): News | null {
  if (before === undefined || before.status === now.status) return null;
  switch (now.status) {
    case "draft":
    case "uploading":
    case "submitted":
    case "running":
      return null;
    case "ready":
    case "failed":
    case "canceled":
      return { kind: "training", end: now.status };
  }
}
