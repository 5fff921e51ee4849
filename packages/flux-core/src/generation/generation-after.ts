import { readRecord } from "../read-record.ts";
import type { GenerationStatus } from "./generation-status.ts";

export type GenerationState = {
  readonly status: GenerationStatus;
  /** Portraits asked for. */
  readonly outputs: number;
  /** Portraits that are there. */
  readonly images: number;
};

export type GenerationEvent =
  | { readonly type: "submitted" | "running" | "storing" | "failed" | "canceled" | "expired" }
  | { readonly type: "stored"; readonly images: number };

/** How far along each state is; the final ones stand behind everything. */
const rank = { queued: 0, submitted: 1, running: 2, storing: 3 } as const;

/**
 * The state of a generation after an event: the only way a generation changes. Final states stay; an event
 * ahead of its turn moves forward, one behind its turn changes nothing; `stored` counts only while storing,
 * ends in `failed` when no image is there, and never counts more images than were asked for; `canceled` after
 * `storing` changes nothing. When nothing changes, the same object comes back.
 *
 * @example
 * generationAfter({ status: "queued", outputs: 2, images: 0 }, { type: "running" }).status; // "running"
 */
export function generationAfter(state: GenerationState, event: GenerationEvent): GenerationState {
  const current = readRecord(state, ["status", "outputs"]);
  const { type, images } = readRecord(event, ["type", "images"]) ?? {};
  const status = current?.status;
  if (status !== "queued" && status !== "submitted" && status !== "running" && status !== "storing")
    return state;
  switch (type) {
    case "submitted":
    case "running":
    case "storing":
      return rank[type] > rank[status] ? { ...state, status: type } : state;
    case "failed":
    case "expired":
      return { ...state, status: type };
    case "canceled":
      return status === "storing" ? state : { ...state, status: type };
    case "stored":
      if (status !== "storing" || typeof images !== "number" || !Number.isInteger(images) || images < 0) {
        return state;
      }
      if (images === 0) return { ...state, status: "failed", images };
      return { ...state, status: "succeeded", images: Math.min(images, state.outputs) };
    default:
      return state;
  }
}
