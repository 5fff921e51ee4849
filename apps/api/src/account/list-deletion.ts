import { countOwnedRows } from "../export/count-owned-rows.store.ts";
import { listRunningGenerations } from "../generations/generation.store.ts";
import { subjectPrefix } from "../images/image-key.ts";
import { findModel, listTrainings } from "../models/model.store.ts";
import type { Studio } from "../studio/studio.ts";
import type { DeletionLine } from "./deletion-line.ts";

/** Whose account it is. */
export interface DeletedPerson {
  readonly subjectId: string;
  readonly userId: string;
}

/**
 * Every object that goes with an account, none of them touched: what runs and what is kept at the provider, every
 * picture in storage, and how many rows of which table.
 *
 * @throws StorageUnavailableError
 */
export const listDeletion = async (
  studio: Studio,
  { subjectId, userId }: DeletedPerson,
): Promise<DeletionLine[]> => {
  const { running, trainings, model, counted } = await studio.readingAs(subjectId, async (tx) => ({
    running: await listRunningGenerations(tx, subjectId),
    trainings: await listTrainings(tx, subjectId),
    model: await findModel(tx, subjectId),
    counted: await countOwnedRows(tx, userId),
  }));
  const line = (kind: DeletionLine["kind"], name: string, size: number | null = null): DeletionLine => ({
    kind,
    name,
    size,
    outcome: "not-yet",
    at: null,
  });
  const lines = running.map(({ id }) => line("run-at-provider", id));
  for (const { id, providerId, endedAt, zipFileId, zipDeletedAt, version } of trainings) {
    if (providerId !== null && endedAt === null) lines.push(line("run-at-provider", id));
    if (zipFileId !== null && zipDeletedAt === null) lines.push(line("zip-at-provider", id));
    if (version !== null) lines.push(line("version-at-provider", version));
  }
  if (model !== undefined) lines.push(line("model-at-provider", model.name));
  const prefix = subjectPrefix(subjectId);
  for await (const { key, sizeBytes } of studio.images.list(prefix))
    lines.push(line("picture", key.slice(prefix.length), sizeBytes));
  return [...lines, ...counted.map(({ table, rows }) => line("rows", table, rows))];
};
