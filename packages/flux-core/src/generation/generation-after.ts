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
  const { status, outputs, images } = readRecord(state, ["status", "outputs", "images"]) ?? {};
  if (typeof outputs !== "number" || typeof images !== "number") return state;
  if (status !== "queued" && status !== "submitted" && status !== "running" && status !== "storing")
    return state;
  const told = readRecord(event, ["type", "images"]) ?? {};
  switch (told.type) {
    case "submitted":
    case "running":
    case "storing":
      return rank[told.type] > rank[status] ? { status: told.type, outputs, images } : state;
    case "failed":
    case "expired":
      return { status: told.type, outputs, images };
    case "canceled":
      return status === "storing" ? state : { status: "canceled", outputs, images };
    case "stored":
      return status === "storing" && isCount(told.images) ? stored(outputs, told.images) : state;
    default:
      return state;
  }
}

function isCount(images: unknown): images is number {
  return Number.isInteger(images) && Number(images) >= 0;
}

function stored(outputs: number, images: number): GenerationState {
  return { status: images === 0 ? "failed" : "succeeded", outputs, images: Math.min(images, outputs) };
}
