import { ownFailureError } from "../failures/own-failures.ts";

/** Where a studio listens when nothing else is said. */
export const defaultServer = "http://127.0.0.1:4600";

/**
 * One spelling for one studio, since sessions are kept by it.
 *
 * @throws FailureError `server_address_invalid`
 * @example
 * readServerAddress("HTTP://Localhost:4600/"); // "http://localhost:4600"
 */
export function readServerAddress(given: string): string {
  const url = URL.parse(given.trim());
  const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
  if (url === null || !isWeb || url.username !== "" || url.password !== "")
    throw ownFailureError("server_address_invalid", { given });
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
