import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ownedRows } from "../roles.ts";
import { generations } from "./generations.ts";
import { trainings } from "./models.ts";
import { subjects } from "./subjects.ts";

/**
 * A subject's ledger: what came in, what is held for work under way, what was spent, what was given back. Entries are
 * added and never changed. Position and balances are the database's own arithmetic (`append_credit_entry`).
 */
export const creditEntries = pgTable(
  "credit_entries",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    position: integer("position").notNull().default(0),
    kind: text("kind", { enum: ["grant", "reserve", "settle", "release"] }).notNull(),
    /** How it changes what can be spent, in credits. */
    amount: integer("amount").notNull(),
    /** How it changes what is held for work under way, in credits. */
    held: integer("held").notNull(),
    availableAfter: integer("available_after").notNull().default(0),
    heldAfter: integer("held_after").notNull().default(0),
    /** The entry that reserved; a reservation names itself. */
    reservationId: uuid("reservation_id"),
    /** What a reservation is for: a generation or a training. */
    generationId: uuid("generation_id"),
    trainingId: uuid("training_id"),
    reason: text("reason", {
      enum: [
        "sign-up",
        "operator",
        "payment",
        "generation",
        "training",
        "delivered",
        "withheld",
        "failed",
        "canceled",
        "expired",
      ],
    }).notNull(),
    /** An operator's reason, in words. */
    note: text("note"),
    /** What makes a grant happen once: the payment's id, the operator's key, the subject's own id at sign-up. */
    grantKey: text("grant_key"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("credit_entries_owner").on(table.subjectId, table.id),
    unique("credit_entries_position").on(table.subjectId, table.position),
    unique("credit_entries_once_per_generation").on(table.generationId),
    unique("credit_entries_once_per_training").on(table.trainingId),
    uniqueIndex("credit_entries_once_per_grant").on(table.reason, table.grantKey),
    index("credit_entries_of_reservation").on(table.reservationId),
    index("credit_entries_reserved_at")
      .on(table.createdAt)
      .where(sql`kind = 'reserve'`),
    foreignKey({
      name: "credit_entries_own_reservation",
      columns: [table.subjectId, table.reservationId],
      foreignColumns: [table.subjectId, table.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "credit_entries_own_generation",
      columns: [table.subjectId, table.generationId],
      foreignColumns: [generations.subjectId, generations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "credit_entries_own_training",
      columns: [table.subjectId, table.trainingId],
      foreignColumns: [trainings.subjectId, trainings.id],
    }).onDelete("cascade"),
    check("credit_entries_available_not_negative", sql`${table.availableAfter} >= 0`),
    check("credit_entries_held_not_negative", sql`${table.heldAfter} >= 0`),
    check(
      "credit_entries_grant",
      sql`${table.kind} <> 'grant' or (${table.amount} > 0 and ${table.held} = 0 and ${table.reservationId} is null
        and ${table.reason} in ('sign-up', 'operator', 'payment'))`,
    ),
    check(
      "credit_entries_reserve",
      sql`${table.kind} <> 'reserve' or (${table.amount} < 0 and ${table.held} = -${table.amount}
        and ${table.reservationId} = ${table.id} and ${table.reason} in ('generation', 'training'))`,
    ),
    check(
      "credit_entries_settle",
      sql`${table.kind} <> 'settle' or (${table.amount} = 0 and ${table.held} < 0
        and ${table.reservationId} is not null and ${table.reservationId} <> ${table.id} and ${table.reason} = 'delivered')`,
    ),
    check(
      "credit_entries_release",
      sql`${table.kind} <> 'release' or (${table.amount} > 0 and ${table.held} = -${table.amount}
        and ${table.reservationId} is not null and ${table.reservationId} <> ${table.id}
        and ${table.reason} in ('withheld', 'failed', 'canceled', 'expired'))`,
    ),
    check("credit_entries_kind", sql`${table.kind} in ('grant', 'reserve', 'settle', 'release')`),
    check(
      "credit_entries_purpose",
      sql`(${table.generationId} is not null) = (${table.reason} = 'generation')
        and (${table.trainingId} is not null) = (${table.reason} = 'training')`,
    ),
    check("credit_entries_grant_key", sql`(${table.grantKey} is not null) = (${table.kind} = 'grant')`),
    check("credit_entries_note", sql`(${table.note} is not null) = (${table.reason} = 'operator')`),
    ...ownedRows("credit_entries", table.subjectId),
  ],
);

/** The one row by which an operator rules the whole studio; it belongs to nobody. */
export const studioControls = pgTable(
  "studio_controls",
  {
    isOnly: boolean("is_only").primaryKey().default(true),
    /** Since when no new paid work is taken; null: it is. */
    pausedAt: timestamp("paused_at", { withTimezone: true }),
    /** Why, in the operator's words, for the people who meet it. */
    pauseReason: text("pause_reason"),
    /** When everybody who was here before there were credits had got the sign-up grant. */
    signUpGrantsCaughtUpAt: timestamp("sign_up_grants_caught_up_at", { withTimezone: true }),
  },
  (table) => [
    check("studio_controls_one_row", sql`${table.isOnly}`),
    check("studio_controls_pause", sql`(${table.pausedAt} is null) = (${table.pauseReason} is null)`),
  ],
);
