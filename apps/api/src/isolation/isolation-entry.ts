import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";

const pseudonym = z.string().regex(/^[0-9a-f]{64}$/);

/** What an entry tells of. */
export const entryKinds = [
  "chain-opened",
  "chain-closed",
  "consent-given",
  "selfie-added",
  "selfie-removed",
  "training-let-through",
  "training-sent",
  "training-accepted",
  "training-ended",
  "version-chosen",
  "generation-let-through",
  "generation-refused",
  "generation-sent",
  "generation-accepted",
  "generation-ended",
  "portraits-stored",
  "portraits-removed",
  "keys-rotated",
] as const;

/** What an entry tells of. */
export type EntryKind = (typeof entryKinds)[number];

/**
 * What one entry says: who or what it speaks of stands in pseudonyms alone. `rows` binds rows of the database as they
 * are from then on; `sent` is what went to the provider; `reason` is a closed code, in clear.
 */
export const statementSchema = z.strictObject({
  kind: z.enum(entryKinds),
  reason: z.string().nullable(),
  rows: z.array(
    z.strictObject({
      table: z.string(),
      part: z.string(),
      row: pseudonym,
      /** Null where the row was removed. */
      print: pseudonym.nullable(),
    }),
  ),
  sent: z
    .strictObject({
      model: pseudonym.nullable(),
      version: pseudonym.nullable(),
      prediction: pseudonym.nullable(),
      images: z.array(pseudonym),
    })
    .nullable(),
});

/** What one entry says. */
export type Statement = z.infer<typeof statementSchema>;

/** One entry of a chain. Position 1 follows `beforeTheFirst`. */
export interface IsolationEntry {
  readonly chainId: string;
  readonly position: number;
  readonly at: Date;
  /** Which of the subject's keys made its pseudonyms. */
  readonly keyNumber: number;
  readonly statement: Statement;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first entry of a chain names as the hash before it. */
export const beforeTheFirst = "0".repeat(64);

/** sha-256 in hex over the canonical JSON of an entry without its hash: with the hash before, so with all before. */
export const hashOfEntry = (entry: Omit<IsolationEntry, "hash">): string =>
  createHash("sha256")
    .update(
      canonicalJson({
        format: 1,
        chain: entry.chainId,
        position: entry.position,
        at: entry.at.toISOString(),
        key: entry.keyNumber,
        statement: entry.statement,
        previous: entry.previousHash,
      }),
    )
    .digest("hex");

/** What the studio seals: the last entry of a chain. */
export const headText = (head: {
  readonly chainId: string;
  readonly position: number;
  readonly hash: string;
}): string => `head\n${head.chainId}\n${head.position}\n${head.hash}`;
