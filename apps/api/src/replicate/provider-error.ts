/** Why the provider, or the way to it, could not do what was asked although nothing was wrong with the request. */
export type UnavailableReason =
  /** No connection came about or it broke. */
  | "connection"
  /** No complete answer within the time allowed. */
  | "timeout"
  /** The time in which it was allowed to be sent had passed. */
  | "too-late"
  /** A 5xx or 408 status. */
  | "server-error"
  /** An answer that could not be read: HTML, truncated JSON, a field of another type, a list without an end. */
  | "malformed-answer";

/** What the provider did not accept. Sending the same request again would be refused again. */
export type RefusalReason =
  /** 401: the token is missing, wrong or expired. */
  | "token-rejected"
  /** 403: the token is good, but not for this. */
  | "not-allowed"
  /** 404: no such thing, or none that this token may see. */
  | "not-found"
  /** 404 when a training starts: its destination model does not exist. */
  | "destination-missing"
  /** 422: the version does not exist, or may not be used with this token. */
  | "version-unknown"
  /** 400 or 422: an input field is missing, unknown or out of range; `fields` names it where the provider did. */
  | "input-invalid"
  /** 413: more bytes than the provider takes. */
  | "too-large"
  /** A deletion that something else still stands on: a model with versions, a version that is being used. */
  | "in-use"
  /** The destination model is one that anyone may run. Seen by the studio before anything is sent. */
  | "model-public"
  /** Any other 3xx or 4xx status. */
  | "other";

/** An input field that the provider named, in its own words; for the log and for operators. */
export interface RefusedField {
  readonly field: string;
  readonly description: string;
}

interface ProviderErrorTrace {
  /** HTTP status of the last answer; null when none arrived. */
  readonly status: number | null;
  /** The provider's own words, cut and without tokens. For the log alone: they may speak of billing or of prompts. */
  readonly logOnly: string;
}

/** Every way in which the provider can fail. The codes are the api's own. */
export type ProviderError = ProviderErrorTrace &
  (
    | { readonly code: "provider_unavailable"; readonly reason: UnavailableReason }
    | {
        readonly code: "provider_refused";
        readonly reason: RefusalReason;
        readonly fields: readonly RefusedField[];
      }
    | { readonly code: "provider_no_credit" }
    | { readonly code: "rate_limited"; readonly retryAt: Date }
  );

export type ProviderErrorCode = ProviderError["code"];
