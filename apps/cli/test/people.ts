import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { type Ended, openTerminal, type Terminal } from "./terminal.ts";

/** An e-mail address that nobody had before. */
export function newEmail(): string {
  return `${randomUUID()}@example.org`;
}

/** Throws, with what was printed, when a command of the arrangement did not work. */
export async function done(ended: Promise<Ended>): Promise<Ended> {
  const result = await ended;
  if (result.exitCode !== 0)
    throw new Error(`exit ${String(result.exitCode)}: ${result.stderr}${result.stdout}`);
  return result;
}

/** The terminal of somebody who has an account and has given consent. */
export async function openTerminalOfPerson(server?: string): Promise<Terminal> {
  const terminal = await openTerminal(server);
  await done(terminal.selfsame("sign-up", newEmail()));
  await done(terminal.selfsame("consent", "--adult", "--own-face"));
  return terminal;
}

/** Writes so many different photos into a folder of the terminal's and gives the folder. */
export async function writePhotos(terminal: Terminal, count: number): Promise<string> {
  const folder = join(terminal.folder, "photos");
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const background = { r: 20 * index, g: 120, b: 255 - 20 * index };
    const photo = sharp({ create: { width: 600, height: 800, channels: 3, background } });
    await writeFile(join(folder, `photo-${index}.jpg`), await photo.jpeg().toBuffer());
  }
  return folder;
}
