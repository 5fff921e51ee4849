/** Why there is no number. */
export type UnmeasurableReason =
  | "no-face"
  | "several-faces"
  | "profile"
  | "too-small"
  | "cut-off"
  | "undecodable"
  | "models-missing"
  | "unavailable"
  | "not-comparable";

/** No number, and why. */
export interface Unmeasurable {
  readonly measurable: false;
  readonly reason: UnmeasurableReason;
}

/** Something measured, or the reason why it could not be; never a made-up number. */
export type Measurement<Value> = { readonly measurable: true; readonly value: Value } | Unmeasurable;

/**
 * A measurement with a value.
 *
 * @example measured(0.8) // { measurable: true, value: 0.8 }
 */
export function measured<Value>(value: Value): Measurement<Value> {
  return { measurable: true, value };
}

/**
 * A measurement without one.
 *
 * @example unmeasurable("no-face")
 */
export function unmeasurable(reason: UnmeasurableReason): Unmeasurable {
  return { measurable: false, reason };
}
