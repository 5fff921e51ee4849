/** Draws a whole number from a seeded source, both bounds included. */
export type Draw = (minimum: number, maximum: number) => number;
