/**
 * The most shots of one shoot: as many as a collection can have. Each is a generation of its own, and all of them are
 * made in one transaction.
 */
export const maximumShotsOfShoot = 40;
