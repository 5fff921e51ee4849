import type { TrainingStatus } from "@selfsame/flux-core";
import { sql } from "drizzle-orm";
import {
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
import { trainingSets } from "./selfies.ts";
import { subjects } from "./subjects.ts";

/** The subject's own model at the provider: one per subject, many versions, one of them active. */
export const portraitModels = pgTable(
  "portrait_models",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .unique()
      .references(() => subjects.id, { onDelete: "cascade" }),
    account: text("account").notNull(),
    name: text("name").notNull().unique(),
    /** References `trainings` by a composite key that the migrations add: each table needs the other. */
    activeTrainingId: uuid("active_training_id"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("portrait_models_owner").on(table.subjectId, table.id),
    ...ownedRows("portrait_models", table.subjectId),
  ],
);

/** One training of a portrait model. The row is the intent: it stands before anything is sent. */
export const trainings = pgTable(
  "trainings",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    modelId: uuid("model_id").notNull(),
    trainingSetId: uuid("training_set_id").notNull(),
    status: text("status").$type<TrainingStatus>().notNull(),
    trainer: text("trainer").notNull(),
    trainerVersion: text("trainer_version").notNull(),
    input: jsonb("input").$type<Record<string, string | number | boolean>>(),
    idempotencyKey: uuid("idempotency_key"),
    zipFileId: text("zip_file_id"),
    zipUrl: text("zip_url"),
    /** When the provider was known to have the zip no more; null while it may have it. */
    zipDeletedAt: timestamp("zip_deleted_at", { withTimezone: true }),
    /** When the request was about to be sent; set and without a provider id, the answer is unclear. */
    sentAt: timestamp("sent_at", { withTimezone: true }),
    providerId: text("provider_id").unique(),
    /** How long the provider says it worked, in seconds: what it charges by. Null while it has not said. */
    predictSeconds: doublePrecision("predict_seconds"),
    step: integer("step"),
    totalSteps: integer("total_steps"),
    version: text("version"),
    versionSchema: jsonb("version_schema").$type<unknown>(),
    errorCode: text("error_code"),
    /** What the provider said; for the log and the operator, never for the page. */
    errorDetail: text("error_detail"),
    simulated: boolean("simulated").notNull(),
    cancelRequestedAt: timestamp("cancel_requested_at", { withTimezone: true }),
    deadlineAt: timestamp("deadline_at", { withTimezone: true }).notNull(),
    nextCheckAt: timestamp("next_check_at", { withTimezone: true }).notNull(),
    checkCount: integer("check_count").notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    startedAt: timestamp("started_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (table) => [
    unique("trainings_owner").on(table.subjectId, table.id),
    foreignKey({
      name: "trainings_own_model",
      columns: [table.subjectId, table.modelId],
      foreignColumns: [portraitModels.subjectId, portraitModels.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "trainings_own_training_set",
      columns: [table.subjectId, table.trainingSetId],
      foreignColumns: [trainingSets.subjectId, trainingSets.id],
    }).onDelete("cascade"),
    check("trainings_version_shape", sql`${table.version} ~ '^[0-9a-f]{64}$'`),
    check("trainings_ready_has_version", sql`${table.status} <> 'ready' or ${table.version} is not null`),
    uniqueIndex("trainings_idempotency").on(table.subjectId, table.idempotencyKey),
    uniqueIndex("trainings_one_at_a_time")
      .on(table.subjectId)
      .where(sql`status in ('draft', 'uploading', 'submitted', 'running')`),
    index("trainings_due")
      .on(table.nextCheckAt)
      .where(sql`status in ('draft', 'uploading', 'submitted', 'running')`),
    ...ownedRows("trainings", table.subjectId),
  ],
);
