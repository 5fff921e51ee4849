import { bigint, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** What operators have ordered, in the order in which it was done. Entries are added, and never changed or deleted. */
export const operatorActs = pgTable("operator_acts", {
  position: bigint("position", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  at: timestamp("at", { withTimezone: true }).notNull(),
  act: text("act").notNull(),
  /** Whom it concerned, by an id that says nothing once the subject is gone; null for the studio as a whole. */
  subjectId: uuid("concerned_subject_id"),
  /** In the operator's words, where the act asks for them. */
  reason: text("reason"),
  /** Numbers and ids of the act; nothing personal. */
  details: jsonb("details").$type<Readonly<Record<string, string | number | boolean>>>().notNull(),
});
