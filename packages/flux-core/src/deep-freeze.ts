/** The same value as a type that nothing can be written to. */
export type DeepReadonly<TValue> = TValue extends object
  ? { readonly [TKey in keyof TValue]: DeepReadonly<TValue[TKey]> }
  : TValue;

/** Freezes a plain value and everything inside it, and returns it. */
export function deepFreeze<const TValue extends object>(value: TValue): DeepReadonly<TValue> {
  for (const inner of Object.values(value)) {
    if (typeof inner === "object" && inner !== null) deepFreeze(inner);
  }
  Object.freeze(value);
  // Safe: every level has just been frozen, and readonly is all that the type adds.
  return value as DeepReadonly<TValue>;
}
