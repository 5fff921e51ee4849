/** How a newcomer goes on: with own selfies or with the drawn ones. */
export type Way = "selfies" | "drawn";

type Raw = Record<string, unknown>;

/** `?with=drawn` of the doors a newcomer passes; anything else is own selfies. */
export function waySearch(raw: Raw): { with: Way } {
  return { with: raw["with"] === "drawn" ? "drawn" : "selfies" };
}

/**
 * `?next=/gallery`: where to go on after signing in. Only addresses of this page, never of another site. `?error=…`: why
 * the way over an identity provider did not end in being signed in.
 */
export function doorSearch(raw: Raw): { next?: string; error?: string } {
  return { ...part(raw, isOwnAddress, "next"), ...part(raw, isName, "error") };
}

const services = ["studio", "maya", "photoshoot", "enhanced", "lab"] as const;
const presetIds = ["natural-expression", "strong-likeness", "previous"] as const;
const orders = ["likeness", "naturalness"] as const;
const likenessBands = ["good", "weak", "not-recognisable", "copy-suspected"] as const;
const naturalnessBands = ["natural", "doubtful"] as const;

/** What a gallery's address narrows it to: what is kept, the door it came through, its preset, its days, its scores. */
export interface GallerySearch {
  /** The best first by this score; left out, the newest are. */
  readonly order?: (typeof orders)[number];
  /** Only with an order, as `natural`: what has no score has no band either. */
  readonly likeness?: (typeof likenessBands)[number];
  readonly natural?: (typeof naturalnessBands)[number];
  readonly show?: "kept";
  readonly service?: (typeof services)[number];
  readonly preset?: (typeof presetIds)[number];
  /** A day such as 2026-11-14, in the reader's own time zone; the first that is shown. */
  readonly from?: string;
  /** The last day that is shown. */
  readonly until?: string;
}

/**
 * `?order=likeness&likeness=good&natural=doubtful&show=kept&service=maya&preset=previous&from=2026-11-01&until=2026-11-14`
 * of the gallery; what makes no sense is left out.
 */
export function gallerySearch(raw: Raw): GallerySearch {
  const order = part(raw, among(orders), "order");
  return {
    ...order,
    ...(order.order && {
      ...part(raw, among(likenessBands), "likeness"),
      ...part(raw, among(naturalnessBands), "natural"),
    }),
    ...part(raw, among(["kept"]), "show"),
    ...part(raw, among(services), "service"),
    ...part(raw, among(presetIds), "preset"),
    ...part(raw, isDay, "from", "until"),
  };
}

/** `?a=…&b=…` of the comparison: the portrait on the left, and the one on the right where it was chosen. */
export function compareSearch(raw: Raw): { a?: string; b?: string } {
  return part(raw, isName, "a", "b");
}

/** The gallery's own search, kept on the way to a portrait and back; `?view=large` shows the picture alone. */
export function portraitSearch(raw: Raw): GallerySearch & { readonly view?: "large" } {
  return { ...gallerySearch(raw), ...part(raw, among(["large"]), "view") };
}

/** Those of some parts of an address that make sense. */
function part<TKey extends string, TValue>(
  raw: Raw,
  makesSense: (value: unknown) => value is TValue,
  ...keys: readonly TKey[]
): { readonly [_ in TKey]?: TValue } {
  // Safe: only the keys that were asked for, each with a value that makes sense.
  return Object.fromEntries(keys.filter((key) => makesSense(raw[key])).map((key) => [key, raw[key]])) as {
    [_ in TKey]?: TValue;
  };
}

const among =
  <const TValue>(values: readonly TValue[]) =>
  (value: unknown): value is TValue =>
    values.some((one) => one === value);

const isName = (value: unknown): value is string => typeof value === "string" && value !== "";

const isDay = (value: unknown): value is string =>
  typeof value === "string" &&
  /^(?:19[7-9]|2\d\d)\d-\d\d-\d\d$/u.test(value) &&
  !Number.isNaN(Date.parse(value));

/** `?from=<generation>`: whose brief the studio starts with. */
export function studioSearch(raw: Raw): { from?: string } {
  return part(raw, isName, "from");
}

/** `?ready=mission` of a new experiment: which ready one it starts from. */
export function designSearch(raw: Raw): { ready?: string } {
  return part(raw, isName, "ready");
}

/** `?portrait=<id>`: which portrait is to be enhanced. */
export function enhancedSearch(raw: Raw): { portrait?: string } {
  return part(raw, isName, "portrait");
}

/** `?from=<collection>` or `?shoot=<shoot>`: what a new collection starts with. */
export function editorSearch(raw: Raw): { from?: string; shoot?: string } {
  return part(raw, isName, "from", "shoot");
}

function isOwnAddress(address: unknown): address is string {
  return (
    typeof address === "string" &&
    URL.canParse(address, "https://here.invalid") &&
    address.startsWith("/") &&
    new URL(address, "https://here.invalid").origin === "https://here.invalid"
  );
}
