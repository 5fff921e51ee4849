/**
 * What can be done about forced smiles in a brief.
 *
 * @example
 * expressionPolicies.includes("natural"); // true
 */
export const expressionPolicies = Object.freeze(["natural", "as-written"] as const);

/** `natural` replaces every phrase of `forcedSmilePhrases`; `as-written` leaves the words alone. */
export type ExpressionPolicy = (typeof expressionPolicies)[number];
