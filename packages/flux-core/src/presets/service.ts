/**
 * The doors a generation can come through.
 *
 * @example
 * services.includes("maya"); // true
 */
export const services = Object.freeze(["studio", "maya", "photoshoot", "enhanced", "lab"] as const);

/** The door a generation came through: a plain brief, the stylist, a photoshoot, a realism layer, or the lab. */
export type Service = (typeof services)[number];
