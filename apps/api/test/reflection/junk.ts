/** Inputs that no procedure takes where it takes any: wrong kinds, and JSON that is none. */
export const junkInputs = ["null", "7", '"text"', "[]", "true", '{"', "%00", "<script>"] as const;

/** Values that no field takes which is not free text, and that must not upset one that is. */
export const junkValues: readonly unknown[] = [
  null,
  {},
  [],
  -1,
  1e308,
  true,
  "",
  "\u0000",
  "\ud800",
  "' or 1=1 --",
  "../../etc/passwd",
  "${7*7}{{7*7}}",
];

/** The one kind of value that no field of any procedure takes. */
export const neverTaken = { not: "a value" };

/** Larger than any call may be, and smaller than a photo. */
export const tooLargeText = "a".repeat(1_100_000);

/** As large as a call's body may be, in one value. */
export const longText = "é".repeat(400_000);

/** JSON that is nested as deep as its size allows. */
export const deepJson = "[".repeat(450_000) + "]".repeat(450_000);
