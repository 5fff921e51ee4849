import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { PresetChanges } from "../../generations/plan-generation.ts";
import type { ExperimentDesign } from "../../lab/experiment-design.ts";
import { ownedRows } from "../roles.ts";
import { generations } from "./generations.ts";
import { trainings } from "./models.ts";
import { subjects } from "./subjects.ts";

/** A comparison of ways of making portraits. The design is fixed with the row: the app cannot change it. */
export const experiments = pgTable(
  "experiments",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    design: jsonb("design").$type<ExperimentDesign>().notNull(),
    /** The training whose version makes every portrait of it. */
    trainingId: uuid("training_id").notNull(),
    /** The most it may cost, in credits. */
    budgetCredits: integer("budget_credits").notNull(),
    /** Draws the order of the votes and which arm stands first; never told. */
    ballotSeed: integer("ballot_seed").notNull(),
    status: text("status", { enum: ["running", "stopped", "finished"] }).notNull(),
    /** Why it stopped; null while it runs and once it is finished. */
    stopCode: text("stop_code"),
    idempotencyKey: uuid("idempotency_key").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (table) => [
    unique("experiments_owner").on(table.subjectId, table.id),
    foreignKey({
      name: "experiments_own_training",
      columns: [table.subjectId, table.trainingId],
      foreignColumns: [trainings.subjectId, trainings.id],
    }).onDelete("cascade"),
    uniqueIndex("experiments_idempotency").on(table.subjectId, table.idempotencyKey),
    index("experiments_newest").on(table.subjectId, table.createdAt.desc(), table.id.desc()),
    check("experiments_budget_positive", sql`${table.budgetCredits} > 0`),
    check("experiments_status", sql`${table.status} in ('running', 'stopped', 'finished')`),
    check("experiments_stop_code", sql`(${table.stopCode} is not null) = (${table.status} = 'stopped')`),
    check("experiments_ended", sql`(${table.endedAt} is null) = (${table.status} = 'running')`),
    ...ownedRows("experiments", table.subjectId),
  ],
);

/** One portrait that an experiment has asked for: an arm on a block. */
export const experimentCells = pgTable(
  "experiment_cells",
  {
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    experimentId: uuid("experiment_id").notNull(),
    block: integer("block").notNull(),
    arm: integer("arm").notNull(),
    /** Which try the generation is; there are two at most. */
    attempt: integer("attempt").notNull().default(1),
    generationId: uuid("generation_id").notNull().unique(),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.block, table.arm] }),
    foreignKey({
      name: "experiment_cells_own_experiment",
      columns: [table.subjectId, table.experimentId],
      foreignColumns: [experiments.subjectId, experiments.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "experiment_cells_own_generation",
      columns: [table.subjectId, table.generationId],
      foreignColumns: [generations.subjectId, generations.id],
    }).onDelete("cascade"),
    check("experiment_cells_attempts", sql`${table.attempt} between 1 and 2`),
    ...ownedRows("experiment_cells", table.subjectId),
  ],
);

/** A blind vote between two portraits of one block. */
export const experimentVotes = pgTable(
  "experiment_votes",
  {
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    experimentId: uuid("experiment_id").notNull(),
    /** Its place in the experiment's order of votes. */
    ballot: integer("ballot").notNull(),
    block: integer("block").notNull(),
    firstArm: integer("first_arm").notNull(),
    secondArm: integer("second_arm").notNull(),
    choice: text("choice", { enum: ["first", "second", "neither"] }).notNull(),
    votedAt: timestamp("voted_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.experimentId, table.ballot] }),
    foreignKey({
      name: "experiment_votes_own_experiment",
      columns: [table.subjectId, table.experimentId],
      foreignColumns: [experiments.subjectId, experiments.id],
    }).onDelete("cascade"),
    check("experiment_votes_two_arms", sql`${table.firstArm} <> ${table.secondArm}`),
    check("experiment_votes_choice", sql`${table.choice} in ('first', 'second', 'neither')`),
    ...ownedRows("experiment_votes", table.subjectId),
  ],
);

/** A subject's own default preset, one row a version, each from an arm of an experiment. */
export const subjectPresets = pgTable(
  "subject_presets",
  {
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    presetId: text("preset_id").notNull(),
    presetVersion: integer("preset_version").notNull(),
    changes: jsonb("changes").$type<PresetChanges>().notNull(),
    /** What the arm was called. */
    name: text("name").notNull(),
    experimentId: uuid("experiment_id").notNull(),
    arm: integer("arm").notNull(),
    takenAt: timestamp("taken_at", { withTimezone: true }).notNull(),
    /** When the subject went back to the studio's default; null while it holds or a later one does. */
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.subjectId, table.version] }),
    foreignKey({
      name: "subject_presets_own_experiment",
      columns: [table.subjectId, table.experimentId],
      foreignColumns: [experiments.subjectId, experiments.id],
    }).onDelete("cascade"),
    ...ownedRows("subject_presets", table.subjectId),
  ],
);
