/** Why something was refused: a code to switch on, a sentence for people, and the field it is about. */
export type Failure<TCode extends string = string> = {
  readonly code: TCode;
  readonly message: string;
  readonly field?: string;
};

/**
 * What every verb of this package answers: a value, or the reason there is none. Nothing here throws for
 * expected failures, also not for arguments of a wrong type.
 *
 * @example
 * const trigger = triggerFor("20417733");
 * if (!trigger.ok) throw new Error(trigger.error.message);
 * trigger.value; // "user20417733"
 */
export type Result<TValue, TError extends Failure = Failure> =
  | { readonly ok: true; readonly value: TValue }
  | { readonly ok: false; readonly error: TError };

export function succeed<TValue>(value: TValue): { readonly ok: true; readonly value: TValue } {
  return { ok: true, value };
}

export function refuse<const TError extends Failure>(
  error: TError,
): { readonly ok: false; readonly error: TError } {
  return { ok: false, error };
}
