import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../db/database.ts";
import type { ChainFinder } from "./chain-finder.ts";

const beforeAllIds = "00000000-0000-0000-0000-000000000000";
// PostgreSQL gives a bigint as text and PGlite as a number; a moment comes as a Date or as text.
const wholeNumber = z.coerce.number().int();
const moment = z.coerce.date();

const subjectRow = z.object({ subject_id: z.uuid() });
const chainRow = z.object({
  chain_id: z.uuid(),
  is_owned: z.boolean(),
  head_position: wholeNumber,
  head_hash: z.string(),
  seal_key_id: z.string(),
  seal: z.string(),
});
const entryRow = z.object({
  position: wholeNumber,
  at: moment,
  key_number: wholeNumber,
  statement: z.unknown(),
  previous_hash: z.string(),
  hash: z.string(),
});
const headRow = z.object({
  chain_id: z.uuid(),
  position: wholeNumber,
  hash: z.string(),
});
const ownerlessRow = z.object({ table_name: z.string(), owner: z.string(), row_count: wholeNumber });

/** Finds chains through the database's narrow `security definer` functions and nothing else. */
export const chainFinderOn = (database: Database): ChainFinder => {
  const rowsOf = async <T>(row: z.ZodType<T>, query: SQL): Promise<T[]> => {
    const result: unknown = await database.system.execute(query);
    return z.object({ rows: z.array(row) }).parse(result).rows;
  };
  return {
    subjectsAfter: async (after, atMost) =>
      (
        await rowsOf(
          subjectRow,
          sql`select subject_id from subjects_after(${after ?? beforeAllIds}, ${atMost})`,
        )
      ).map((row) => row.subject_id),
    chainsAfter: async (after, atMost) =>
      (
        await rowsOf(chainRow, sql`select * from isolation_chains_after(${after ?? beforeAllIds}, ${atMost})`)
      ).map((row) => ({
        isOwned: row.is_owned,
        head: {
          chainId: row.chain_id,
          position: row.head_position,
          hash: row.head_hash,
          sealKeyId: row.seal_key_id,
          seal: row.seal,
        },
      })),
    entriesOf: async (chainId, after, atMost) =>
      (
        await rowsOf(entryRow, sql`select * from isolation_entries_after(${chainId}, ${after}, ${atMost})`)
      ).map((row) => ({
        chainId,
        position: row.position,
        at: row.at,
        keyNumber: row.key_number,
        statement: row.statement,
        previousHash: row.previous_hash,
        hash: row.hash,
      })),
    headsToAnchor: async (since, atMost) =>
      (
        await rowsOf(headRow, sql`select * from isolation_heads_to_anchor(${since.toISOString()}, ${atMost})`)
      ).map((row) => ({
        chainId: row.chain_id,
        position: row.position,
        hash: row.hash,
      })),
    ownerlessRows: async () =>
      (await rowsOf(ownerlessRow, sql`select * from ownerless_rows()`)).map((row) => ({
        table: row.table_name,
        owner: row.owner,
        rows: row.row_count,
      })),
  };
};
