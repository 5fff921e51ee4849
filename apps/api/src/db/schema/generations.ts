import type { Expression, GenerationStatus, Level, Parameters, Service } from "@selfsame/flux-core";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
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
import { ownedRows } from "../roles.ts";
import { trainings } from "./models.ts";
import { subjects } from "./subjects.ts";

/** One request for 1 to 4 portraits. The row is the intent: it stands before anything is sent. */
export const generations = pgTable(
  "generations",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    /** The training whose version runs; the composite key makes another subject's unthinkable. */
    trainingId: uuid("training_id").notNull(),
    service: text("service").$type<Service>().notNull(),
    brief: text("brief").notNull(),
    /** What the subject's profile said then; null when it said nothing. */
    subjectClause: text("subject_clause"),
    expression: text("expression").$type<Expression>(),
    enhancement: text("enhancement").$type<Level>().notNull(),
    presetId: text("preset_id").notNull(),
    presetVersion: integer("preset_version").notNull(),
    /** What was changed of the preset. */
    changes: jsonb("changes").$type<Readonly<Partial<Omit<Parameters, "outputs">>>>().notNull().default({}),
    prompt: text("prompt").notNull(),
    input: jsonb("input").$type<Record<string, string | number | boolean>>().notNull(),
    seed: bigint("seed", { mode: "number" }).notNull(),
    outputs: integer("outputs").notNull(),
    status: text("status").$type<GenerationStatus>().notNull(),
    idempotencyKey: uuid("idempotency_key"),
    /** When the request was about to be sent; set and without a provider id, the answer is unclear. */
    sentAt: timestamp("sent_at", { withTimezone: true }),
    providerId: text("provider_id").unique(),
    /** How long the provider says it worked, in seconds: what it charges by. Null while it has not said. */
    predictSeconds: doublePrecision("predict_seconds"),
    /** Where the provider keeps the finished pictures until they are copied; emptied afterwards. */
    outputUrls: jsonb("output_urls").$type<string[]>(),
    step: integer("step"),
    totalSteps: integer("total_steps"),
    /** Why it ended without all its portraits; while it is open, what threatens it. */
    errorCode: text("error_code"),
    /** What the provider said; for the log and the operator, never for the page. */
    errorDetail: text("error_detail"),
    simulated: boolean("simulated").notNull(),
    cancelRequestedAt: timestamp("cancel_requested_at", { withTimezone: true }),
    deadlineAt: timestamp("deadline_at", { withTimezone: true }).notNull(),
    nextCheckAt: timestamp("next_check_at", { withTimezone: true }).notNull(),
    checkCount: integer("check_count").notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** When the provider had finished the pictures, as it says or as it was learned. */
    finishedAt: timestamp("finished_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    /** How many of its portraits were delivered and have been removed for good since. */
    removedPortraits: integer("removed_portraits").notNull().default(0),
  },
  (table) => [
    unique("generations_owner").on(table.subjectId, table.id),
    foreignKey({
      name: "generations_own_training",
      columns: [table.subjectId, table.trainingId],
      foreignColumns: [trainings.subjectId, trainings.id],
    }).onDelete("cascade"),
    check("generations_outputs_range", sql`${table.outputs} between 1 and 4`),
    check(
      "generations_removed_range",
      sql`${table.removedPortraits} >= 0 and ${table.removedPortraits} <= ${table.outputs}`,
    ),
    check("generations_seed_named", sql`${table.seed} > 0`),
    uniqueIndex("generations_idempotency").on(table.subjectId, table.idempotencyKey),
    index("generations_newest").on(table.subjectId, table.createdAt.desc(), table.id.desc()),
    index("generations_due")
      .on(table.nextCheckAt)
      .where(sql`status in ('queued', 'submitted', 'running', 'storing')`),
    ...ownedRows("generations", table.subjectId),
  ],
);

/** One finished image, with its recipe. */
export const portraits = pgTable(
  "portraits",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    generationId: uuid("generation_id").notNull(),
    outputIndex: integer("output_index").notNull(),
    sha256: text("sha256").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    contentType: text("content_type").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    placeholderHash: text("placeholder_hash").notNull(),
    /** A sealed recipe of flux-core, as JSON. */
    recipe: jsonb("recipe").$type<unknown>().notNull(),
    kept: boolean("kept").notNull().default(false),
    simulated: boolean("simulated").notNull(),
    /** When it was put into the trash; null while it hangs. */
    trashedAt: timestamp("trashed_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    foreignKey({
      name: "portraits_own_generation",
      columns: [table.subjectId, table.generationId],
      foreignColumns: [generations.subjectId, generations.id],
    }).onDelete("cascade"),
    unique("portraits_owner").on(table.subjectId, table.id),
    unique("portraits_once_per_output").on(table.generationId, table.outputIndex),
    index("portraits_newest").on(table.subjectId, table.createdAt.desc(), table.id.desc()),
    index("portraits_kept")
      .on(table.subjectId, table.createdAt.desc(), table.id.desc())
      .where(sql`kept`),
    index("portraits_trashed")
      .on(table.subjectId, table.trashedAt.desc(), table.id.desc())
      .where(sql`trashed_at is not null`),
    index("portraits_trash_due")
      .on(table.trashedAt)
      .where(sql`trashed_at is not null`),
    ...ownedRows("portraits", table.subjectId),
  ],
);
