import type { Level } from "@selfsame/flux-core";
import { foreignKey, index, pgTable, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ownedRows } from "../roles.ts";
import { generations } from "./generations.ts";
import { subjects } from "./subjects.ts";

/** Two generations that differ in nothing but the enhancement: the plain one, and the one it was laid over. */
export const enhancedPairs = pgTable(
  "enhanced_pairs",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    level: text("level").$type<Exclude<Level, "none">>().notNull(),
    plainGenerationId: uuid("plain_generation_id").notNull(),
    enhancedGenerationId: uuid("enhanced_generation_id").notNull(),
    idempotencyKey: uuid("idempotency_key").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("enhanced_pairs_owner").on(table.subjectId, table.id),
    unique("enhanced_pairs_enhanced_once").on(table.enhancedGenerationId),
    uniqueIndex("enhanced_pairs_idempotency").on(table.subjectId, table.idempotencyKey),
    index("enhanced_pairs_newest").on(table.subjectId, table.createdAt.desc(), table.id.desc()),
    foreignKey({
      name: "enhanced_pairs_own_plain",
      columns: [table.subjectId, table.plainGenerationId],
      foreignColumns: [generations.subjectId, generations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "enhanced_pairs_own_enhanced",
      columns: [table.subjectId, table.enhancedGenerationId],
      foreignColumns: [generations.subjectId, generations.id],
    }).onDelete("cascade"),
    ...ownedRows("enhanced_pairs", table.subjectId),
  ],
);
