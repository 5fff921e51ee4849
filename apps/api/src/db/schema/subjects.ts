import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ownedRows } from "../roles.ts";
import { users } from "./accounts.ts";

/** The one person an account stands for; number and trigger word are given once and kept for life. */
export const subjects = pgTable(
  "subjects",
  {
    id: uuid("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .unique()
      .references(() => users.id, { onDelete: "restrict" }),
    subjectNumber: text("subject_number").notNull().unique(),
    triggerWord: text("trigger_word").notNull().unique(),
    lastEventPosition: bigint("last_event_position", { mode: "number" }).notNull().default(0),
    /** The most credits the subject wants to spend in a calendar month; null: no bound of their own. */
    monthlyCreditCap: integer("monthly_credit_cap"),
    deletionRequestedAt: timestamp("deletion_requested_at", { withTimezone: true }),
    /** The receipt of that deletion; it outlives the subject. */
    deletionReceiptId: uuid("deletion_receipt_id"),
    /** What the receipt is encrypted with, encrypted with the studio's keys; it goes with the subject. */
    sealedReceiptKey: text("sealed_receipt_key"),
    /** Since when an operator lets nothing new be made; null: everything may. */
    suspendedAt: timestamp("suspended_at", { withTimezone: true }),
    /** Why, in the operator's words, for the person who meets it. */
    suspensionReason: text("suspension_reason"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    check("subject_number_shape", sql`${table.subjectNumber} ~ '^[0-9]{8,12}$'`),
    check("trigger_word_shape", sql`${table.triggerWord} = 'user' || ${table.subjectNumber}`),
    check("subjects_monthly_credit_cap_not_negative", sql`${table.monthlyCreditCap} >= 0`),
    check("subjects_suspension", sql`(${table.suspendedAt} is null) = (${table.suspensionReason} is null)`),
    ...ownedRows("subjects", table.id),
  ],
);

/** What a subject agreed to, and to which version of the text. */
export const consents = pgTable(
  "consents",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    textVersion: text("text_version").notNull(),
    givenAt: timestamp("given_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("consents_once_per_version").on(table.subjectId, table.textVersion),
    ...ownedRows("consents", table.subjectId),
  ],
);

/** What must not drift from portrait to portrait, as the subject describes it. */
export const subjectProfiles = pgTable(
  "subject_profiles",
  {
    subjectId: uuid("subject_id")
      .primaryKey()
      .references(() => subjects.id, { onDelete: "cascade" }),
    hair: text("hair"),
    ageFrom: integer("age_from"),
    ageTo: integer("age_to"),
    glasses: boolean("glasses").notNull(),
    ownWords: text("own_words"),
    savedAt: timestamp("saved_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    check("subject_profiles_ages", sql`${table.ageFrom} <= ${table.ageTo}`),
    ...ownedRows("subject_profiles", table.subjectId),
  ],
);

/** What a subject wants to be told of by mail, and how long the studio keeps what it needs no more. */
export const subjectSettings = pgTable(
  "subject_settings",
  {
    subjectId: uuid("subject_id")
      .primaryKey()
      .references(() => subjects.id, { onDelete: "cascade" }),
    mailWhenTrained: boolean("mail_when_trained").notNull(),
    /** Selfies are removed so many days after a model was trained on them; null: when the subject removes them. */
    selfiesKeptDays: integer("selfies_kept_days"),
    savedAt: timestamp("saved_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    check("subject_settings_selfies_kept_days", sql`${table.selfiesKeptDays} between 1 and 3650`),
    ...ownedRows("subject_settings", table.subjectId),
  ],
);

/**
 * What became of each object of a deleted subject. Encrypted with a key that its person alone has once the subject is
 * gone: what stands here names nobody, and the studio cannot read it.
 */
export const deletionReceipts = pgTable("deletion_receipts", {
  id: uuid("id").primaryKey(),
  requestedAt: timestamp("requested_at", { withTimezone: true }).notNull(),
  finishedAt: timestamp("finished_at", { withTimezone: true }),
  sealed: text("sealed").notNull(),
});

/** Keyed hashes of numbers whose subjects were deleted, so that no number is ever given twice. */
export const retiredSubjectNumbers = pgTable("retired_subject_numbers", {
  keyedHash: text("keyed_hash").primaryKey(),
  retiredAt: timestamp("retired_at", { withTimezone: true }).notNull(),
});

/** What happened to a subject's things, in commit order: the page's live feed reads it by position. */
export const subjectEvents = pgTable(
  "subject_events",
  {
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    position: bigint("position", { mode: "number" }).notNull(),
    type: text("type", {
      enum: [
        "generation",
        "training",
        "selfies",
        "portrait",
        "gallery",
        "credits",
        "conversation",
        "experiment",
        "shoot",
      ],
    }).notNull(),
    entityId: uuid("entity_id").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("subject_events_position").on(table.subjectId, table.position),
    index("subject_events_created_at").on(table.createdAt),
    ...ownedRows("subject_events", table.subjectId),
  ],
);
