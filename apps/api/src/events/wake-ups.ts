import type { Database } from "../db/database.ts";
import { subjectEventsChannel } from "./subject-event.ts";

/** Tells waiting readers that a subject may have something new; hints can be lost, so readers also look by time. */
export interface WakeUps {
  /** Calls back on every hint for the subject until the returned function is called. */
  readonly subscribe: (subjectId: string, onHint: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Listens once on the database and hands its hints to this process's readers. */
export const openWakeUps = async (database: Database): Promise<WakeUps> => {
  const readers = new Map<string, Set<() => void>>();
  const stop = await database.listen(subjectEventsChannel, (subjectId) => {
    for (const onHint of readers.get(subjectId) ?? []) onHint();
  });
  return {
    subscribe: (subjectId, onHint) => {
      const ofSubject = readers.get(subjectId) ?? new Set();
      readers.set(subjectId, ofSubject);
      ofSubject.add(onHint);
      return () => {
        ofSubject.delete(onHint);
        if (ofSubject.size === 0) readers.delete(subjectId);
      };
    },
    close: stop,
  };
};
