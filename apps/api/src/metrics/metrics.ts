import type { GenerationStatus } from "@selfsame/flux-core";

/** What is counted and timed while the studio works. No label names a person, an id, an address or a text. */
export interface Metrics {
  readonly generationEnded: (status: GenerationStatus) => void;
  readonly trainingEnded: (status: "ready" | "failed" | "canceled") => void;
  /** From when the provider had finished the pictures to when the studio had them. */
  readonly storedAfter: (seconds: number) => void;
  /** One call of the provider, by what it was for. */
  readonly providerAnswered: (call: string, outcome: string, seconds: number) => void;
  readonly webhookCame: (check: "verified" | "refused") => void;
  /** From when something changed to when a page that listens was told. */
  readonly eventTold: (lagSeconds: number) => void;
}

/** Counts nothing. */
export const noMetrics: Metrics = {
  generationEnded: () => undefined,
  trainingEnded: () => undefined,
  storedAfter: () => undefined,
  providerAnswered: () => undefined,
  webhookCame: () => undefined,
  eventTold: () => undefined,
};
