import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { subjectEvents, subjects } from "../db/schema/subjects.ts";
import { type SubjectEvent, type SubjectEventType, subjectEventsChannel } from "./subject-event.ts";

/**
 * Adds an event at the subject's next position. The position is taken by updating the subject's row, so
 * transactions of one subject wait for each other here and positions follow the order of commits.
 */
export const appendEvent = async (
  tx: SubjectTransaction,
  subjectId: string,
  event: { readonly type: SubjectEventType; readonly entityId: string; readonly at: Date },
): Promise<void> => {
  const [subject] = await tx
    .update(subjects)
    .set({ lastEventPosition: sql`${subjects.lastEventPosition} + 1` })
    .where(eq(subjects.id, subjectId))
    .returning({ position: subjects.lastEventPosition });
  if (subject === undefined) throw new Error(`There is no subject ${subjectId} to tell of an event`);
  await tx.insert(subjectEvents).values({
    subjectId,
    position: subject.position,
    type: event.type,
    entityId: event.entityId,
    createdAt: event.at,
  });
  await tx.execute(sql`select pg_notify(${subjectEventsChannel}, ${subjectId})`);
};

/** The events after a position, oldest first, at most `limit` of them. */
export const eventsAfter = async (
  tx: SubjectTransaction,
  subjectId: string,
  position: number,
  limit: number,
): Promise<SubjectEvent[]> =>
  tx
    .select({
      position: subjectEvents.position,
      type: subjectEvents.type,
      entityId: subjectEvents.entityId,
    })
    .from(subjectEvents)
    .where(and(eq(subjectEvents.subjectId, subjectId), gt(subjectEvents.position, position)))
    .orderBy(asc(subjectEvents.position))
    .limit(limit);

/** The position of the subject's newest event; 0 before the first. */
export const lastEventPosition = async (tx: SubjectTransaction, subjectId: string): Promise<number> => {
  const [subject] = await tx
    .select({ position: subjects.lastEventPosition })
    .from(subjects)
    .where(eq(subjects.id, subjectId));
  return subject?.position ?? 0;
};
