import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** How often each property is tried; mutation testing tries it less often. */
    propertyRuns: number;
  }
}

/** The share of the usual number of runs a property gets, at least five. */
export function propertyRuns(share = 1): { numRuns: number } {
  return { numRuns: Math.max(5, Math.round(inject("propertyRuns") * share)) };
}
