import type { Failure } from "@selfsame/flux-core";
import type { ConceptCard } from "./concept-card.ts";

/** One turn of a conversation, as an engine sees it: words and cards, no ids, no trigger word, no names. */
export interface StylistTurn {
  readonly from: "person" | "maya";
  readonly text: string;
  /** What Maya proposed in this turn; empty for a person's. */
  readonly cards: readonly ConceptCard[];
}

/** Why a request was not served: what it asked for is not to be had from anybody. */
export type RequestRefusal = "names-someone" | "gives-instructions";

/** Why an engine could not answer. */
export type StylistError =
  | Failure<"engine-unreachable">
  | Failure<"engine-refused">
  | (Failure<"engine-busy"> & { readonly retryAfterMs: number | null })
  | Failure<"engine-timed-out">
  | Failure<"engine-cut-off">
  | Failure<"engine-malformed">
  | Failure<"canceled">;

/** What an answer is made of, in order: words as they come, then cards, then one end. */
export type StylistEvent =
  | { readonly type: "words"; readonly text: string }
  | { readonly type: "card"; readonly card: ConceptCard }
  | { readonly type: "end"; readonly outcome: "proposed" | "asked" }
  | { readonly type: "end"; readonly outcome: "refused"; readonly refusal: RequestRefusal }
  | { readonly type: "end"; readonly outcome: "failed"; readonly error: StylistError };

/** What an engine is asked: the conversation so far, the person's turn last. */
export interface StylistRequest {
  readonly turns: readonly StylistTurn[];
  /** The same seed and the same turns give the same answer, where the engine can promise that. */
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Whoever answers in Maya's name. It never throws for what can be expected; the last event says how it went. */
export interface StylistEngine {
  readonly id: "offline" | "endpoint";
  answer(request: StylistRequest): AsyncIterable<StylistEvent>;
}
