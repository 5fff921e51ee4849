/**
 * Where the trigger word can stand in a prompt.
 *
 * @example
 * placements.includes("begin"); // true
 */
export const placements = Object.freeze(["begin", "begin-and-middle"] as const);

/**
 * `begin`: once, first. `begin-and-middle`: first, and once more as `{trigger} portrait` after half of the
 * brief's own clauses. The quality specification may name it again in either case.
 */
export type Placement = (typeof placements)[number];
