import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openBackup } from "../backup/open-backup.ts";
import { operatorToken } from "./operator-token.ts";
import { type OrderedStudio, OrderRefused } from "./send-order.ts";

/**
 * Has a running studio write everything of it into one file: whole, readable and under its name, or not at all.
 *
 * @returns its size in bytes, and how many files are in it
 * @throws OrderRefused
 */
export const saveBackup = async (
  { url, secret }: OrderedStudio,
  file: string,
): Promise<{ readonly sizeBytes: number; readonly files: number }> => {
  const headers = { authorization: `Bearer ${operatorToken(secret)}` };
  const response = await fetch(new URL("/operator/backup", url), { headers }).catch((error: unknown) => {
    throw new OrderRefused(
      `No studio answers at ${url}. Start it first, or name another one with --server.`,
      {
        cause: error,
      },
    );
  });
  if (!response.ok || response.body === null)
    throw new OrderRefused(`The studio made no backup (${response.status}).`);
  const unfinished = `${file}.part`;
  try {
    // Faces and everything about them: for whoever runs the studio alone.
    await pipeline(Readable.fromWeb(response.body), createWriteStream(unfinished, { mode: 0o600 }));
    const backup = await openBackup(unfinished);
    backup.close();
    await rename(unfinished, file);
    return { sizeBytes: (await stat(file)).size, files: backup.paths.length };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new OrderRefused(
      "The backup did not come through whole, and nothing was kept of it. The studio's log says why.",
      { cause: error },
    );
  }
};
