const fieldOf = (value: unknown, key: string): unknown =>
  // Safe: an object can be read under any key; the result stays unknown.
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/**
 * Whether an error thrown by fetch proves that no byte of the request was sent: the name did not resolve, or the
 * connection was never made. Of several addresses (IPv6 and IPv4), all must have failed so.
 */
export function isNeverSent(thrown: unknown): boolean {
  const cause = fieldOf(thrown, "cause") ?? thrown;
  const attempts = fieldOf(cause, "errors");
  if (Array.isArray(attempts) && attempts.length > 0)
    return attempts.every((attempt) => isNeverSent(attempt));
  const step = fieldOf(cause, "syscall");
  return step === "getaddrinfo" || step === "connect" || fieldOf(cause, "code") === "UND_ERR_CONNECT_TIMEOUT";
}
