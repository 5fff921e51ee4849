/** How one exchange with the provider's API ended when it did not end well. */
export type ExchangeFailure =
  /** The request never left: no connection could be made, its address is not the API's, or its time had passed. */
  | {
      readonly kind: "not-sent";
      readonly reason: "connection" | "address" | "too-late";
      readonly cause: string;
    }
  /** The request may have arrived; no complete answer did. */
  | {
      readonly kind: "no-answer";
      readonly reason: "connection" | "timeout" | "malformed-answer";
      readonly cause: string;
    }
  /** A complete answer with a status other than 2xx. */
  | {
      readonly kind: "answered";
      readonly method: string;
      readonly status: number;
      readonly body: string;
      readonly retryAfterMs: number | null;
    };

/** Whether the failure proves that the provider did not accept the request. */
export function isCertainlyNotAccepted(failure: ExchangeFailure): boolean {
  if (failure.kind !== "answered") return failure.kind === "not-sent";
  // 408 and 5xx can come from something in between, after the request was passed on.
  return failure.status < 500 && failure.status !== 408;
}

// Any status but 429 and 5xx would do: those the `replicate` package repeats by itself, at once and up to six times.
const statusThePackageNeverRepeats = 424;

/**
 * A failed exchange in the shape of a response. Our fetch hands this to the `replicate` package instead of throwing or
 * passing 429 and 5xx on, because the package would repeat those, POST included; it reports 424 as its `ApiError`,
 * whose `response` is this very object.
 */
export class FailedExchange extends Response {
  readonly failure: ExchangeFailure;

  constructor(failure: ExchangeFailure) {
    super(null, { status: statusThePackageNeverRepeats, statusText: "Failed Exchange" });
    this.failure = failure;
  }
}
