import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tokenScopes } from "../../tokens/token-scope.ts";
import { ownedRows } from "../roles.ts";
import { subjects } from "./subjects.ts";

const moment = { withTimezone: true } as const;

/** Keys that a subject gave to programs of theirs. Of a token's secret only a hash and its beginning are kept. */
export const accessTokens = pgTable(
  "access_tokens",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    hash: text("hash").notNull().unique(),
    hint: text("hint").notNull(),
    scopes: text("scopes", { enum: tokenScopes }).array().notNull(),
    createdAt: timestamp("created_at", moment).notNull(),
    expiresAt: timestamp("expires_at", moment).notNull(),
    /** To the minute; null: never. */
    usedAt: timestamp("used_at", moment),
  },
  (table) => [
    check("access_tokens_hash_shape", sql`${table.hash} ~ '^[0-9a-f]{64}$'`),
    check("access_tokens_some_scope", sql`cardinality(${table.scopes}) > 0`),
    index("access_tokens_subject_id").on(table.subjectId),
    ...ownedRows("access_tokens", table.subjectId),
  ],
);
