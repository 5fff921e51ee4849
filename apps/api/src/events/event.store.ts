import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { SubjectTransaction } from "../db/acting-as.ts";
import { hintAfterCommit } from "../db/hints.ts";
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
  // One statement instead of two: everything that happens to a subject passes here.
  const told: unknown = await tx.execute(sql`
    with moved as (
      update ${subjects} set last_event_position = last_event_position + 1 where id = ${subjectId}
      returning id, last_event_position
    )
    insert into ${subjectEvents} (subject_id, position, type, entity_id, created_at)
      select id, last_event_position, ${event.type}::text, ${event.entityId}::uuid, ${event.at.toISOString()}::timestamptz
      from moved returning position`);
  // Safe: both drivers answer a query with its rows.
  if ((told as { readonly rows: readonly unknown[] }).rows.length === 0)
    throw new Error(`There is no subject ${subjectId} to tell of an event`);
  hintAfterCommit(tx, { channel: subjectEventsChannel, payload: subjectId });
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
      at: subjectEvents.createdAt,
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
