import type { Keyring } from "../keys/keyring.ts";

/** How long a ticket opens the archive: long enough for a browser to begin, no longer than a page is looked at. */
const ticketHoldsMs = 5 * 60_000;

const textOf = (subjectId: string, until: string): string => `export\n${subjectId}\n${until}`;

/** What lets a subject fetch their archive for a while. It is nothing without the subject's own session. */
export const giveExportTicket = (keyring: Keyring, subjectId: string, now: Date): string => {
  const until = String(now.getTime() + ticketHoldsMs);
  const { keyId, tag } = keyring.seal("exports", textOf(subjectId, until));
  return [until, Buffer.from(keyId).toString("base64url"), tag].join(".");
};

/** Whether a ticket was given to this subject and still holds. */
export const isExportTicket = (keyring: Keyring, ticket: string, subjectId: string, now: Date): boolean => {
  const [until = "", keyId = "", tag = "", ...more] = ticket.split(".");
  const isSealed =
    keyring.check("exports", textOf(subjectId, until), {
      keyId: Buffer.from(keyId, "base64url").toString(),
      tag,
    }) === "ours";
  return isSealed && more.length === 0 && now.getTime() < Number(until);
};
