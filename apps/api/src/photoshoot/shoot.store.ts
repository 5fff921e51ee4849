import { and, asc, desc, eq, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { generations, portraits } from "../db/schema/generations.ts";
import { shoots, shootShots, shootTakes } from "../db/schema/shoots.ts";
import type { PortraitWithBrief } from "../gallery/portrait.store.ts";
import type { Shot } from "./collections/collection-schema.ts";
import type { ListCursor } from "../studio/list-cursor.ts";

/** A shoot as it is stored. */
export type ShootRow = typeof shoots.$inferSelect;

/** One picture of a shoot as it is stored. */
export type ShootShotRow = typeof shootShots.$inferSelect;

/** One go at a shot as it is stored. */
export type ShootTakeRow = typeof shootTakes.$inferSelect;

/** Adds a shoot with its shots. */
export const insertShoot = async (
  tx: SubjectTransaction,
  shoot: typeof shoots.$inferInsert,
  shots: readonly (typeof shootShots.$inferInsert)[],
): Promise<ShootRow> => {
  const [row] = await tx.insert(shoots).values(shoot).returning();
  if (row === undefined) throw new Error("The database gave no row back for a new shoot");
  await tx.insert(shootShots).values([...shots]);
  return row;
};

/** Says which generation takes a shot. */
export const insertTake = async (
  tx: SubjectTransaction,
  take: typeof shootTakes.$inferInsert,
): Promise<void> => {
  await tx.insert(shootTakes).values(take);
};

/** One of the acting subject's shoots. */
export const findShoot = async (tx: SubjectTransaction, id: string): Promise<ShootRow | undefined> => {
  const [row] = await tx.select().from(shoots).where(eq(shoots.id, id));
  return row;
};

/** The shoot that an earlier request with the same key made. */
export const findShootByKey = async (
  tx: SubjectTransaction,
  idempotencyKey: string,
): Promise<ShootRow | undefined> => {
  const [row] = await tx.select().from(shoots).where(eq(shoots.idempotencyKey, idempotencyKey));
  return row;
};

/** One of the acting subject's shots. */
export const findShot = async (tx: SubjectTransaction, id: string): Promise<ShootShotRow | undefined> => {
  const [row] = await tx.select().from(shootShots).where(eq(shootShots.id, id));
  return row;
};

/** The shots of some shoots, in their places. */
export const listShotsOf = (tx: SubjectTransaction, shootIds: readonly string[]): Promise<ShootShotRow[]> =>
  tx
    .select()
    .from(shootShots)
    .where(inArray(shootShots.shootId, [...shootIds]))
    .orderBy(asc(shootShots.shootId), asc(shootShots.position));

/** The takes of some shots, first to last. */
export const listTakesOf = (tx: SubjectTransaction, shotIds: readonly string[]): Promise<ShootTakeRow[]> =>
  tx
    .select()
    .from(shootTakes)
    .where(inArray(shootTakes.shotId, [...shotIds]))
    .orderBy(asc(shootTakes.number));

/** The shot that a generation takes, where it takes one. */
export const findShotOfGeneration = async (
  tx: SubjectTransaction,
  generationId: string,
): Promise<Omit<Shot, "id"> | undefined> => {
  const [row] = await tx
    .select({ shot: shootShots.shot })
    .from(shootTakes)
    .innerJoin(shootShots, eq(shootShots.id, shootTakes.shotId))
    .where(eq(shootTakes.generationId, generationId));
  if (row === undefined) return undefined;
  const { id: _id, ...words } = row.shot;
  return words;
};

/** The acting subject's shoots after a cursor, newest first. */
export const listShootRows = (
  tx: SubjectTransaction,
  subjectId: string,
  { after, limit }: { readonly after: ListCursor | null; readonly limit: number },
): Promise<ShootRow[]> =>
  tx
    .select()
    .from(shoots)
    .where(and(eq(shoots.subjectId, subjectId), after === null ? undefined : olderThan(after)))
    .orderBy(desc(shoots.createdAt), desc(shoots.id))
    .limit(limit);

const olderThan = ({ createdAt, id }: ListCursor): SQL | undefined =>
  or(lt(shoots.createdAt, createdAt), and(eq(shoots.createdAt, createdAt), lt(shoots.id, id)));

/** A shot of a collection that there is a portrait of, with the newest one. */
export interface TakenShot {
  readonly collectionId: string;
  /** The shot's id within its collection. */
  readonly shotId: string;
  readonly portrait: PortraitWithBrief;
}

/** Of every shot of every collection the newest portrait that the subject has. */
export const listTakenShots = async (tx: SubjectTransaction, subjectId: string): Promise<TakenShot[]> => {
  const shotId = sql<string>`${shootShots.shot} ->> 'id'`;
  const rows = await tx
    .selectDistinctOn([shoots.collectionId, shotId], {
      collectionId: shoots.collectionId,
      shotId,
      portrait: portraits,
      brief: generations.brief,
      service: generations.service,
      presetId: generations.presetId,
    })
    .from(shoots)
    .innerJoin(shootShots, eq(shootShots.shootId, shoots.id))
    .innerJoin(shootTakes, eq(shootTakes.shotId, shootShots.id))
    .innerJoin(generations, eq(generations.id, shootTakes.generationId))
    .innerJoin(portraits, eq(portraits.generationId, generations.id))
    .where(and(eq(shoots.subjectId, subjectId), isNull(portraits.trashedAt)))
    .orderBy(shoots.collectionId, shotId, desc(portraits.createdAt), asc(portraits.outputIndex));
  return rows.map(({ collectionId, shotId: id, portrait, ...made }) => ({
    collectionId,
    shotId: id,
    portrait: { ...portrait, ...made },
  }));
};
