import type { AllowedAdvisory } from "./judge-audit.ts";

/** Findings of the audit that are known and let be. Each says why, and until when it may stay. */
export const allowedAdvisories: readonly AllowedAdvisory[] = [];
