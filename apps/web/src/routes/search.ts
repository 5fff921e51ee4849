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
  const { next, error } = raw;
  return {
    ...(typeof next === "string" && isOwnAddress(next) ? { next } : {}),
    ...(typeof error === "string" && error !== "" ? { error } : {}),
  };
}

const services = ["studio", "maya", "photoshoot", "enhanced", "lab"] as const;
const presetIds = ["natural-expression", "strong-likeness", "previous"] as const;

/** What a gallery's address narrows it to: what is kept, the door it came through, its preset, its days. */
export interface GallerySearch {
  readonly show?: "kept";
  readonly service?: (typeof services)[number];
  readonly preset?: (typeof presetIds)[number];
  /** A day such as 2026-11-14, in the reader's own time zone; the first that is shown. */
  readonly from?: string;
  /** The last day that is shown. */
  readonly until?: string;
}

/** `?show=kept&service=maya&preset=previous&from=2026-11-01&until=2026-11-14` of the gallery; what makes no sense is left out. */
export function gallerySearch(raw: Raw): GallerySearch {
  const service = services.find((one) => one === raw["service"]);
  const preset = presetIds.find((one) => one === raw["preset"]);
  return {
    ...(raw["show"] === "kept" ? { show: "kept" } : {}),
    ...(service === undefined ? {} : { service }),
    ...(preset === undefined ? {} : { preset }),
    ...(isDay(raw["from"]) ? { from: raw["from"] } : {}),
    ...(isDay(raw["until"]) ? { until: raw["until"] } : {}),
  };
}

/** `?a=…&b=…` of the comparison: the portrait on the left, and the one on the right where it was chosen. */
export function compareSearch(raw: Raw): { a?: string; b?: string } {
  const [a, b] = [raw["a"], raw["b"]];
  return { ...(isName(a) ? { a } : {}), ...(isName(b) ? { b } : {}) };
}

/** The gallery's own search, kept on the way to a portrait and back; `?view=large` shows the picture alone. */
export function portraitSearch(raw: Raw): GallerySearch & { readonly view?: "large" } {
  return { ...gallerySearch(raw), ...(raw["view"] === "large" ? { view: "large" } : {}) };
}

const isName = (value: unknown): value is string => typeof value === "string" && value !== "";

const isDay = (value: unknown): value is string =>
  typeof value === "string" &&
  /^(?:19[7-9]|2\d\d)\d-\d\d-\d\d$/u.test(value) &&
  !Number.isNaN(Date.parse(value));

/** `?from=<generation>`: whose brief the studio starts with. */
export function studioSearch(raw: Raw): { from?: string } {
  const from = raw["from"];
  return typeof from === "string" && from !== "" ? { from } : {};
}

/** `?ready=mission` of a new experiment: which ready one it starts from. */
export function designSearch(raw: Raw): { ready?: string } {
  const ready = raw["ready"];
  return typeof ready === "string" && ready !== "" ? { ready } : {};
}

/** `?portrait=<id>`: which portrait is to be enhanced. */
export function enhancedSearch(raw: Raw): { portrait?: string } {
  const portrait = raw["portrait"];
  return typeof portrait === "string" && portrait !== "" ? { portrait } : {};
}

/** `?from=<collection>` or `?shoot=<shoot>`: what a new collection starts with. */
export function editorSearch(raw: Raw): { from?: string; shoot?: string } {
  const { from, shoot } = raw;
  return {
    ...(typeof from === "string" && from !== "" ? { from } : {}),
    ...(typeof shoot === "string" && shoot !== "" ? { shoot } : {}),
  };
}

function isOwnAddress(address: string): boolean {
  return (
    URL.canParse(address, "https://here.invalid") &&
    address.startsWith("/") &&
    new URL(address, "https://here.invalid").origin === "https://here.invalid"
  );
}
