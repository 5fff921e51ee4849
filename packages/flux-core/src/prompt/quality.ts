/**
 * The quality specifications that exist.
 *
 * @example
 * qualities.includes("film-portrait"); // true
 */
export const qualities = Object.freeze(["film-portrait", "none"] as const);

/** Which quality specification ends a prompt; `none` adds nothing. */
export type Quality = (typeof qualities)[number];

const PLACEHOLDER = "{trigger}";

/** The clauses of each specification, in order; `{trigger}` stands for the trigger word. */
const specifications: { readonly [quality in Quality]: readonly string[] } = {
  "film-portrait": [
    "film photograph shot on Hasselblad",
    "raw photo",
    "visible skin pores",
    "unretouched natural skin texture",
    "natural beauty with light skin retouch",
    "authentic {trigger} facial features",
    "professional portrait photography",
    "high detail facial accuracy",
  ],
  none: [],
};

/** The clauses of all specifications that are the same for every trigger word. */
export const fixedQualityClauses: readonly string[] = /* @__PURE__ */ Object.values(specifications)
  .flat()
  .filter((clause) => !clause.includes(PLACEHOLDER));

/** Each specification's clauses as a brief's own clause is compared with them: small letters, no trigger. */
const keys: { readonly [quality in Quality]: ReadonlySet<string> } = {
  "film-portrait": /* @__PURE__ */ keysOf(specifications["film-portrait"]),
  none: /* @__PURE__ */ keysOf(specifications.none),
};

function keysOf(clauses: readonly string[]): ReadonlySet<string> {
  return new Set(clauses.map((clause) => clause.replace(`${PLACEHOLDER} `, "").toLowerCase()));
}

/** The clauses of a quality specification with the trigger word in its place. */
export function qualityClauses(quality: Quality, trigger: string): readonly string[] {
  return specifications[quality].map((clause) => clause.replace(PLACEHOLDER, trigger));
}

/** Whether a clause in small letters, without the trigger, is one of a specification. */
export function isQualityClause(quality: Quality, key: string): boolean {
  return keys[quality].has(key);
}
