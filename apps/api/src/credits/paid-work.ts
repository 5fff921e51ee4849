/** What credits are held for: a generation or a training, by its id. */
export interface PaidWork {
  readonly kind: "generation" | "training";
  readonly id: string;
}
