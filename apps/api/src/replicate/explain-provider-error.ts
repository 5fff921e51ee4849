import type { ProviderError } from "./provider-error.ts";

export interface Explanation {
  /** What happened, and what it did not cost. */
  readonly message: string;
  /** What the person can do. */
  readonly fix: string;
}

const operatorFix = "Trying again will not help. Please tell whoever runs this studio.";

/**
 * A provider's failure in words for the person whose request it was. Never the provider's own text: that speaks of
 * billing, tokens and other people's matters.
 */
export function explainProviderError(error: ProviderError): Explanation {
  switch (error.code) {
    case "provider_unavailable":
      return {
        message: "The service that makes the pictures does not answer right now. Nothing was lost.",
        fix: "Try again in a few minutes.",
      };
    case "provider_no_credit":
      return {
        message: "The studio cannot start new work at the moment. Nothing was charged to you.",
        fix: "Please try again later, or tell whoever runs this studio.",
      };
    case "rate_limited":
      return {
        message: "The studio is asked for more than it may start at once. Nothing was charged to you.",
        fix: "Try again in a minute.",
      };
    case "provider_refused":
      return {
        message: refusals[error.reason],
        fix: error.reason === "in-use" ? "Try again in a few minutes." : operatorFix,
      };
    default:
      return error satisfies never;
  }
}

type RefusalReason = Extract<ProviderError, { code: "provider_refused" }>["reason"];

const refusals: Readonly<Record<RefusalReason, string>> = {
  "token-rejected":
    "The studio is not signed in to the service that makes the pictures. Nothing was charged to you.",
  "not-allowed":
    "The service that makes the pictures does not allow this to the studio. Nothing was charged to you.",
  "not-found":
    "The service that makes the pictures no longer knows what this needs. Nothing was charged to you.",
  "destination-missing":
    "Your model's place at the service that trains it is missing. Nothing was charged to you.",
  "version-unknown":
    "The service that makes the pictures no longer has this version of your model. Nothing was charged to you.",
  "input-invalid":
    "The service that makes the pictures did not accept the studio's settings. Nothing was charged to you.",
  "too-large":
    "The photos are too many or too large for the service that trains on them. Nothing was charged to you.",
  "in-use": "The service that makes the pictures still needs what was to be deleted.",
  "model-public":
    "Your model's place at the service that trains it is open to others, so the studio sent nothing there.",
  other: "The service that makes the pictures did not accept this. Nothing was charged to you.",
};
