import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { OwnerFinder } from "../studio/owner-finder.ts";
import type { Database } from "./database.ts";

const ownerRow = z.object({ owner: z.uuid().nullable() });
const subjectRow = z.object({ subject_id: z.uuid() });
const toForgetRow = z.object({ subject_id: z.uuid(), selfie_id: z.uuid() });
const withZipRow = z.object({ subject_id: z.uuid(), training_id: z.uuid() });
const dueRow = z.object({ kind: z.enum(["training", "generation"]), id: z.uuid(), subject_id: z.uuid() });

/** Finds owners through the database's narrow `security definer` functions and nothing else. */
export const ownerFinderOn = (database: Database): OwnerFinder => {
  const rowsOf = async (query: SQL): Promise<unknown[]> => {
    const result: unknown = await database.system.execute(query);
    return z.object({ rows: z.array(z.unknown()) }).parse(result).rows;
  };
  const owner = async (query: SQL): Promise<string | undefined> => {
    const [row] = await rowsOf(query);
    return ownerRow.parse(row).owner ?? undefined;
  };
  return {
    subjectOfUser: (userId) => owner(sql`select subject_of_user(${userId}) as owner`),
    ownerOfAccessToken: (hash) => owner(sql`select owner_of_access_token(${hash}) as owner`),
    ownerOfTraining: (trainingId) => owner(sql`select owner_of_training(${trainingId}) as owner`),
    ownerOfGeneration: (generationId) => owner(sql`select owner_of_generation(${generationId}) as owner`),
    subjectsToDelete: async (atMost) => {
      const rows = await rowsOf(sql`select subject_id from subjects_to_delete(${atMost})`);
      return rows.map((row) => subjectRow.parse(row).subject_id);
    },
    subjectsWithTrash: async (since, atMost) => {
      const rows = await rowsOf(
        sql`select subject_id from subjects_with_trash(${since.toISOString()}, ${atMost})`,
      );
      return rows.map((row) => subjectRow.parse(row).subject_id);
    },
    selfiesToForget: async (at, atMost) => {
      const rows = await rowsOf(
        sql`select subject_id, selfie_id from selfies_to_forget(${at.toISOString()}, ${atMost})`,
      );
      return rows.map((row) => {
        const { subject_id: subjectId, selfie_id: selfieId } = toForgetRow.parse(row);
        return { subjectId, selfieId };
      });
    },
    trainingsWithZip: async (endedBefore, atMost) => {
      const rows = await rowsOf(
        sql`select subject_id, training_id from trainings_with_zip(${endedBefore.toISOString()}, ${atMost})`,
      );
      return rows.map((row) => {
        const { subject_id: subjectId, training_id: trainingId } = withZipRow.parse(row);
        return { subjectId, trainingId };
      });
    },
    dueWork: async (at, atMost) => {
      const rows = await rowsOf(
        sql`select kind, id, subject_id from due_work(${at.toISOString()}, ${atMost})`,
      );
      return rows.map((row) => {
        const { kind, id, subject_id: subjectId } = dueRow.parse(row);
        return { kind, id, subjectId };
      });
    },
  };
};
