/** What came of looking at picture bytes: the value, or the refusal as a value. */
export type Result<TValue, TRefusal> =
  | { readonly ok: true; readonly value: TValue }
  | { readonly ok: false; readonly error: TRefusal };

/** @example return accepted({ width, height }); */
export const accepted = <TValue>(value: TValue): Result<TValue, never> => ({ ok: true, value });

/** @example return refused({ code: "selfie_empty", details: {} }); */
export const refused = <TRefusal>(error: TRefusal): Result<never, TRefusal> => ({ ok: false, error });
