import {
  boolean,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ownedRows } from "../roles.ts";
import { subjects } from "./subjects.ts";

/** Photos of the subject that the subject uploaded, as they are stored: turned upright, without metadata. */
export const selfies = pgTable(
  "selfies",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    /** Of the bytes that were uploaded: the same file twice is named as such. */
    uploadSha256: text("upload_sha256").notNull(),
    /** Of the bytes that are stored: where they lie. */
    sha256: text("sha256").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    placeholderHash: text("placeholder_hash").notNull(),
    drawn: boolean("drawn").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("selfies_owner").on(table.subjectId, table.id),
    unique("selfies_once_per_upload").on(table.subjectId, table.uploadSha256),
    unique("selfies_once_per_picture").on(table.subjectId, table.sha256),
    ...ownedRows("selfies", table.subjectId),
  ],
);

/** An immutable list of selfies that one training used. */
export const trainingSets = pgTable(
  "training_sets",
  {
    id: uuid("id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    selfieCount: integer("selfie_count").notNull(),
    /** sha-256 over the entries' hashes in order, each followed by a line feed. */
    manifestSha256: text("manifest_sha256").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    unique("training_sets_owner").on(table.subjectId, table.id),
    ...ownedRows("training_sets", table.subjectId),
  ],
);

/** One entry of a training set; it outlives the selfie, which the subject may remove. */
export const trainingSetEntries = pgTable(
  "training_set_entries",
  {
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    trainingSetId: uuid("training_set_id").notNull(),
    position: integer("position").notNull(),
    selfieId: uuid("selfie_id").notNull(),
    sha256: text("sha256").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.trainingSetId, table.position] }),
    foreignKey({
      name: "training_set_entries_own_set",
      columns: [table.subjectId, table.trainingSetId],
      foreignColumns: [trainingSets.subjectId, trainingSets.id],
    }).onDelete("cascade"),
    unique("training_set_entries_once").on(table.trainingSetId, table.sha256),
    ...ownedRows("training_set_entries", table.subjectId),
  ],
);
