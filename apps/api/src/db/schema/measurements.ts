import type {
  ExpressionReason,
  LikenessBand,
  SelfieIssue,
  SelfieVerdict,
  SkinTexture,
} from "@selfsame/likeness";
import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { OwnPhotos } from "../../measuring/own-photos.ts";
import type { UnscoredReason } from "../../measuring/unscored-reason.ts";
import { ownedRows } from "../roles.ts";
import { portraits } from "./generations.ts";
import { selfies } from "./selfies.ts";
import { subjects } from "./subjects.ts";

/** What the face networks saw in a selfie, and whether it is fit for training. */
export const selfieMeasurements = pgTable(
  "selfie_measurements",
  {
    selfieId: uuid("selfie_id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    verdict: text("verdict").$type<SelfieVerdict["verdict"]>().notNull(),
    issues: jsonb("issues").$type<readonly SelfieIssue[]>().notNull(),
    /** Tells copies of one picture; null when the picture could not be read. */
    pictureHash: text("picture_hash"),
    /** The one face of the picture, encrypted: biometric data. Null when there is none to compare with. */
    sealedFace: text("sealed_face"),
    /** What saw it; null when the networks did not run. */
    modelVersion: text("model_version"),
    measuredAt: timestamp("measured_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    foreignKey({
      name: "selfie_measurements_own_selfie",
      columns: [table.subjectId, table.selfieId],
      foreignColumns: [selfies.subjectId, selfies.id],
    }).onDelete("cascade"),
    check(
      "selfie_measurements_verdict",
      sql`${table.verdict} in ('accept', 'warn', 'reject', 'not-judged')
        and (${table.verdict} = 'not-judged') = (${table.modelVersion} is null)`,
    ),
    ...ownedRows("selfie_measurements", table.subjectId),
  ],
);

/** How a portrait measures against its subject's own photos, or why there is no number. No face is kept of it. */
export const portraitScores = pgTable(
  "portrait_scores",
  {
    portraitId: uuid("portrait_id").primaryKey(),
    subjectId: uuid("subject_id")
      .notNull()
      .references(() => subjects.id, { onDelete: "cascade" }),
    /** Why there is no number; null when there are numbers. */
    reason: text("reason").$type<UnscoredReason>(),
    /** 0: as like as strangers; 1: as like as the subject's own photos are to each other. */
    likeness: doublePrecision("likeness"),
    /** The cosine behind it. */
    likenessRaw: doublePrecision("likeness_raw"),
    likenessBand: text("likeness_band").$type<LikenessBand>(),
    /** 0 to 1, as all of the expression's numbers. */
    smile: doublePrecision("smile"),
    /** How far the eyes smile too; null where that cannot be told. */
    eyes: doublePrecision("eyes"),
    fakeSmileRisk: doublePrecision("fake_smile_risk"),
    naturalness: doublePrecision("naturalness"),
    /** What takes from naturalness, the heaviest first. */
    naturalnessReasons: jsonb("naturalness_reasons").$type<readonly ExpressionReason[]>(),
    /** Fine detail of the skin in units of the subject's own photos; null where that cannot be told. */
    textureRatio: doublePrecision("texture_ratio"),
    textureBand: text("texture_band").$type<SkinTexture["band"]>(),
    sharpness: doublePrecision("sharpness"),
    /** How the photos it was held against measure themselves. */
    ownPhotos: jsonb("own_photos").$type<OwnPhotos>(),
    referenceCount: integer("reference_count").notNull(),
    /** The networks and the constants; figures of different ones never stand beside each other. */
    modelVersion: text("model_version"),
    calibration: text("calibration"),
    measuredAt: timestamp("measured_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    foreignKey({
      name: "portrait_scores_own_portrait",
      columns: [table.subjectId, table.portraitId],
      foreignColumns: [portraits.subjectId, portraits.id],
    }).onDelete("cascade"),
    check(
      "portrait_scores_number_or_reason",
      sql`(${table.reason} is null) = (${table.likeness} is not null)
        and (${table.likeness} is null) = (${table.naturalness} is null)
        and (${table.likeness} is null or (${table.modelVersion} is not null and ${table.calibration} is not null))`,
    ),
    check(
      "portrait_scores_shares",
      sql`${table.likeness} between 0 and 1 and ${table.naturalness} between 0 and 1`,
    ),
    index("portrait_scores_by_likeness")
      .on(table.subjectId, table.modelVersion, table.calibration, table.likeness, table.portraitId)
      .where(sql`likeness is not null`),
    index("portrait_scores_by_naturalness")
      .on(table.subjectId, table.modelVersion, table.calibration, table.naturalness, table.portraitId)
      .where(sql`naturalness is not null`),
    ...ownedRows("portrait_scores", table.subjectId),
  ],
);
