import type { PresetId } from "@selfsame/flux-core";
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ConceptCard } from "../../maya/concept-card.ts";
import type { ProposalReason, UsualParameter } from "../../maya/usual/propose-change.ts";
import { ownedRows } from "../roles.ts";
import { generations } from "./generations.ts";
import { subjects } from "./subjects.ts";

/** One letter between a subject and Maya. */
export const conversations = pgTable(
  "conversations",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    /** Null until something was said. */
    title: text("title"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** When something was last said in it. */
    saidAt: timestamp("said_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("conversations_owner").on(table.subjectId, table.id),
    index("conversations_newest").on(table.subjectId, table.saidAt.desc(), table.id.desc()),
    ...ownedRows("conversations", table.subjectId),
  ],
);

/** One turn of a conversation; the cards of a turn are part of it. */
export const conversationTurns = pgTable(
  "conversation_turns",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id").notNull(),
    position: integer("position").notNull(),
    from: text("from", { enum: ["person", "maya"] }).notNull(),
    text: text("text").notNull(),
    cards: jsonb("cards").$type<readonly ConceptCard[]>().notNull().default([]),
    state: text("state", {
      enum: ["answering", "proposed", "asked", "refused", "stopped", "cut-off", "failed", "said"],
    }).notNull(),
    /** Why it was refused or failed, as a code; null otherwise. */
    problem: text("problem"),
    /** While it is being answered: silence until then means that nobody answers any more. */
    answeringUntil: timestamp("answering_until", { withTimezone: true }),
    /** The seed that the answer was asked for with; null for a person's turn. */
    seed: bigint("seed", { mode: "number" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("conversation_turns_owner").on(table.subjectId, table.id),
    unique("conversation_turns_position").on(table.conversationId, table.position),
    foreignKey({
      name: "conversation_turns_own_conversation",
      columns: [table.subjectId, table.conversationId],
      foreignColumns: [conversations.subjectId, conversations.id],
    }).onDelete("cascade"),
    check(
      "conversation_turns_answering",
      sql`(${table.state} = 'answering') = (${table.answeringUntil} is not null)`,
    ),
    ...ownedRows("conversation_turns", table.subjectId),
  ],
);

/** Which card of which turn a generation was made from. */
export const cardGenerations = pgTable(
  "card_generations",
  {
    generationId: uuid("generation_id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    turnId: uuid("turn_id").notNull(),
    /** The card's place in its turn, from 1. */
    cardNumber: integer("card_number").notNull(),
  },
  (table) => [
    foreignKey({
      name: "card_generations_own_turn",
      columns: [table.subjectId, table.turnId],
      foreignColumns: [conversationTurns.subjectId, conversationTurns.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "card_generations_own_generation",
      columns: [table.subjectId, table.generationId],
      foreignColumns: [generations.subjectId, generations.id],
    }).onDelete("cascade"),
    check("card_generations_number", sql`${table.cardNumber} between 1 and 6`),
    index("card_generations_turn").on(table.turnId),
    ...ownedRows("card_generations", table.subjectId),
  ],
);

/** A change of a preset that the subject accepted from Maya: it stands for new cards until it is undone. */
export const acceptedChanges = pgTable(
  "accepted_changes",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    presetId: text("preset_id").$type<PresetId>().notNull(),
    parameter: text("parameter").$type<UsualParameter>().notNull(),
    before: doublePrecision("before").notNull(),
    after: doublePrecision("after").notNull(),
    /** What was counted or measured when it was proposed. */
    reason: jsonb("reason").$type<ProposalReason>().notNull(),
    acceptedAt: timestamp("accepted_at", { withTimezone: true }).notNull(),
    /** When it was taken back, or another change took its place; null while it stands. */
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("accepted_changes_standing")
      .on(table.subjectId, table.presetId, table.parameter)
      .where(sql`ended_at is null`),
    ...ownedRows("accepted_changes", table.subjectId),
  ],
);
