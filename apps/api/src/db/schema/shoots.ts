import type { Parameters } from "@selfsame/flux-core";
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
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
import type { Shot } from "../../photoshoot/collections/collection-schema.ts";
import { ownedRows } from "../roles.ts";
import { generations } from "./generations.ts";
import { subjects } from "./subjects.ts";

/** A collection of a subject's own; `collectionSchema` says what its shots are. */
export const ownCollections = pgTable(
  "own_collections",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    description: text("description").notNull(),
    shots: jsonb("shots").$type<readonly Shot[]>().notNull(),
    /** Grows by one with each change, so that two pages cannot overwrite each other unseen. */
    version: integer("version").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    savedAt: timestamp("saved_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("own_collections_owner").on(table.subjectId, table.id),
    index("own_collections_newest").on(table.subjectId, table.createdAt.desc(), table.id.desc()),
    ...ownedRows("own_collections", table.subjectId),
  ],
);

/** A photoshoot that was asked for. What it photographs is kept with it: the collection may change or go. */
export const shoots = pgTable(
  "shoots",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    /** The id of the studio's collection, or of the subject's own as it was then. */
    collectionId: text("collection_id").notNull(),
    collectionVersion: integer("collection_version").notNull(),
    title: text("title").notNull(),
    presetId: text("preset_id").notNull(),
    presetVersion: integer("preset_version").notNull(),
    /** What was changed of the preset. */
    changes: jsonb("changes").$type<Readonly<Partial<Omit<Parameters, "outputs">>>>().notNull(),
    /** How many portraits of each shot. */
    outputs: integer("outputs").notNull(),
    /** What the seed of every take is derived from. */
    seed: bigint("seed", { mode: "number" }).notNull(),
    idempotencyKey: uuid("idempotency_key").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("shoots_owner").on(table.subjectId, table.id),
    uniqueIndex("shoots_idempotency").on(table.subjectId, table.idempotencyKey),
    index("shoots_newest").on(table.subjectId, table.createdAt.desc(), table.id.desc()),
    index("shoots_of_collection").on(table.subjectId, table.collectionId),
    index("shoots_lately").on(table.createdAt.desc()),
    check("shoots_outputs_range", sql`${table.outputs} between 1 and 4`),
    ...ownedRows("shoots", table.subjectId),
  ],
);

/** One picture of a shoot, in the words it was asked for with. */
export const shootShots = pgTable(
  "shoot_shots",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    shootId: uuid("shoot_id").notNull(),
    /** Its place on the sheet, from 0. */
    position: integer("position").notNull(),
    shot: jsonb("shot").$type<Shot>().notNull(),
  },
  (table) => [
    unique("shoot_shots_owner").on(table.subjectId, table.id),
    unique("shoot_shots_position").on(table.shootId, table.position),
    foreignKey({
      name: "shoot_shots_own_shoot",
      columns: [table.subjectId, table.shootId],
      foreignColumns: [shoots.subjectId, shoots.id],
    }).onDelete("cascade"),
    ...ownedRows("shoot_shots", table.subjectId),
  ],
);

/** One go at a shot: the generation that makes it. A shot that is taken again has more than one. */
export const shootTakes = pgTable(
  "shoot_takes",
  {
    generationId: uuid("generation_id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    shotId: uuid("shot_id").notNull(),
    /** 0 for the first. */
    number: integer("number").notNull(),
  },
  (table) => [
    unique("shoot_takes_number").on(table.shotId, table.number),
    foreignKey({
      name: "shoot_takes_own_shot",
      columns: [table.subjectId, table.shotId],
      foreignColumns: [shootShots.subjectId, shootShots.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "shoot_takes_own_generation",
      columns: [table.subjectId, table.generationId],
      foreignColumns: [generations.subjectId, generations.id],
    }).onDelete("cascade"),
    ...ownedRows("shoot_takes", table.subjectId),
  ],
);
