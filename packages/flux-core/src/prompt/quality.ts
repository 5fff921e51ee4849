/** The quality specifications that exist. */
export const qualities = Object.freeze(["film-portrait", "none"] as const);

/** Which quality specification ends a prompt; `none` adds nothing. */
export type Quality = (typeof qualities)[number];

/** The clauses of each specification, in order; `{trigger}` stands for the trigger word. */
export const qualityClauses: { readonly [quality in Quality]: readonly string[] } = Object.freeze({
  "film-portrait": Object.freeze([
    "film photograph shot on Hasselblad",
    "raw photo",
    "visible skin pores",
    "unretouched natural skin texture",
    "natural beauty with light skin retouch",
    "authentic {trigger} facial features",
    "professional portrait photography",
    "high detail facial accuracy",
  ]),
  none: Object.freeze([]),
});
