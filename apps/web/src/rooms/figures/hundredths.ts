/** A share from 0 to 1 as people read it: 0 to 100, whole. */
export const hundredths = (share: number): number => Math.round(share * 100);
