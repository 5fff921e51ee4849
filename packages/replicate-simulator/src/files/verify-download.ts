import { createHmac, timingSafeEqual } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type { FileRecord } from "./file-record.ts";

/** The signature of a download address: base64 HMAC-SHA256 over `{owner} {id} {expiry}`, expiry in seconds. */
export function signDownload(secret: string, owner: string, id: string, expirySeconds: number): string {
  return createHmac("sha256", secret).update(`${owner} ${id} ${expirySeconds}`).digest("base64");
}

/**
 * True for an address that is signed, unexpired and for this file. The provider does not publish where its files
 * secret comes from; here it is the account's webhook secret.
 */
export function verifyDownload(
  simulation: Simulation,
  file: FileRecord,
  query: { owner?: string | undefined; expiry?: string | undefined; signature?: string | undefined },
): boolean {
  const secret = simulation.stores.accounts.get(file.account)?.webhookSecret;
  const expirySeconds = Number(query.expiry);
  if (secret === undefined || query.owner !== file.account || query.signature === undefined) return false;
  if (!Number.isInteger(expirySeconds) || expirySeconds * 1000 <= simulation.clock.now()) return false;
  const wanted = Buffer.from(signDownload(secret, file.account, file.id, expirySeconds));
  const given = Buffer.from(query.signature);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
