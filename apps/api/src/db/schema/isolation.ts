import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { actingSubject, appRole, ownedRows, ownerFinderRole } from "../roles.ts";
import { subjects } from "./subjects.ts";

const moment = { withTimezone: true, precision: 3 } as const;

/** Which chain is whose: the one link between a subject and what the isolation log says; it goes with the subject. */
export const isolationChains = pgTable(
  "isolation_chains",
  {
    subjectId: uuid("subject_id")
      .primaryKey()
      .references(() => subjects.id, { onDelete: "cascade" }),
    chainId: uuid("chain_id").notNull().unique(),
    createdAt: timestamp("created_at", moment).notNull(),
  },
  (table) => ownedRows("isolation_chains", table.subjectId),
);

/** The keys of a subject's pseudonyms, encrypted with the studio's; without them the log names nobody. */
export const pseudonymKeys = pgTable(
  "pseudonym_keys",
  {
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    /** 1 for the first; the highest makes new pseudonyms, the others still explain old ones. */
    number: integer("number").notNull(),
    sealedKey: text("sealed_key").notNull(),
    createdAt: timestamp("created_at", moment).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subjectId, table.number] }),
    ...ownedRows("pseudonym_keys", table.subjectId),
  ],
);

/** Rows of the acting subject's own chain; they outlive the subject, and then belong to nobody. */
const chainRows = (tableName: string, chain: AnyPgColumn) => {
  const isOwn = sql`${chain} = (select c.chain_id from isolation_chains c where c.subject_id = ${actingSubject})`;
  return [
    pgPolicy(`${tableName}_owner`, { for: "all", to: appRole, using: isOwn, withCheck: isOwn }),
    pgPolicy(`${tableName}_owner_finder`, { for: "select", to: ownerFinderRole, using: sql`true` }),
  ];
};

/** The isolation log: what was decided, sent and stored, in pseudonyms alone, each entry holding the one before. */
export const isolationEntries = pgTable(
  "isolation_entries",
  {
    chainId: uuid("chain_id").notNull(),
    /** 1 for the first, without gaps, in the order of commits. */
    position: bigint("position", { mode: "number" }).notNull(),
    at: timestamp("at", moment).notNull(),
    keyNumber: integer("key_number").notNull(),
    statement: jsonb("statement").$type<unknown>().notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chainId, table.position] }),
    check("isolation_entries_hash_shape", sql`${table.hash} ~ '^[0-9a-f]{64}$'`),
    ...chainRows("isolation_entries", table.chainId),
  ],
);

/** The last entry of each chain under the studio's seal. */
export const isolationHeads = pgTable(
  "isolation_heads",
  {
    chainId: uuid("chain_id").primaryKey(),
    position: bigint("position", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
    sealKeyId: text("seal_key_id").notNull(),
    seal: text("seal").notNull(),
    changedAt: timestamp("changed_at", moment).notNull(),
  },
  (table) => [
    index("isolation_heads_changed_at").on(table.changedAt),
    ...chainRows("isolation_heads", table.chainId),
  ],
);

/** The one chain over all chains: each anchor holds the heads that moved since the one before, and its hash. */
export const isolationAnchors = pgTable("isolation_anchors", {
  position: bigint("position", { mode: "number" }).primaryKey(),
  at: timestamp("at", moment).notNull(),
  heads: jsonb("heads").$type<unknown>().notNull(),
  previousHash: text("previous_hash").notNull(),
  hash: text("hash").notNull(),
  sealKeyId: text("seal_key_id").notNull(),
  seal: text("seal").notNull(),
});

/** How far each chain is anchored. */
export const isolationAnchored = pgTable("isolation_anchored", {
  chainId: uuid("chain_id").primaryKey(),
  position: bigint("position", { mode: "number" }).notNull(),
  anchorPosition: bigint("anchor_position", { mode: "number" }).notNull(),
});

/** When the studio's audit last looked at a subject, and how many things did not hold. */
export const isolationChecks = pgTable(
  "isolation_checks",
  {
    subjectId: uuid("subject_id")
      .primaryKey()
      .references(() => subjects.id, { onDelete: "cascade" }),
    checkedAt: timestamp("checked_at", moment).notNull(),
    entryCount: bigint("entry_count", { mode: "number" }).notNull(),
    problemCount: integer("problem_count").notNull(),
  },
  (table) => ownedRows("isolation_checks", table.subjectId),
);
