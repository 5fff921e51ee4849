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

/** `?show=kept` of the gallery. */
export function gallerySearch(raw: Raw): { show?: "kept" } {
  return raw["show"] === "kept" ? { show: "kept" } : {};
}

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

function isOwnAddress(address: string): boolean {
  return (
    URL.canParse(address, "https://here.invalid") &&
    address.startsWith("/") &&
    new URL(address, "https://here.invalid").origin === "https://here.invalid"
  );
}
