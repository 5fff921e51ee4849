import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../clock/clock.ts";
import type { Identifiers } from "../identifiers/identifiers.ts";
import type { Mail, MailPort } from "./mail.ts";

/** A mail as it lies in the outbox. */
export interface OutboxMail extends Mail {
  readonly writtenAt: string;
}

/** Mail that is kept in files instead of being sent. */
export interface FileOutbox extends MailPort {
  /** The newest mails, newest first; at most fifty. */
  readonly newest: () => Promise<readonly OutboxMail[]>;
}

const ending = ".txt";
const shown = 50;

/** Keeps each mail as a text file that its owner alone can read, named after its moment. */
export const openFileOutbox = (
  folder: string,
  { clock, identifiers }: { readonly clock: Clock; readonly identifiers: Identifiers },
): FileOutbox => ({
  send: async ({ to, subject, text }) => {
    await mkdir(folder, { recursive: true });
    const writtenAt = clock.now().toISOString();
    const file = join(folder, `${writtenAt.replaceAll(":", ".")} ${identifiers.next()}`);
    const head = [`To: ${oneLine(to)}`, `Subject: ${oneLine(subject)}`, `Date: ${writtenAt}`];
    await writeFile(file, `${head.join("\n")}\n\n${text}\n`, { mode: 0o600 });
    // Whoever looks into the folder meets whole mails only.
    await rename(file, `${file}${ending}`);
  },
  newest: async () => {
    const names = (await namesIn(folder)).filter((name) => name.endsWith(ending)).toSorted();
    const newestNames = names.slice(-shown).toReversed();
    return Promise.all(newestNames.map(async (name) => read(await readFile(join(folder, name), "utf8"))));
  },
});

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/gu, " ");

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    // No mail was ever written.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
};

const read = (file: string): OutboxMail => {
  const [head = "", ...text] = file.split("\n\n");
  const line = (name: string) =>
    head
      .split("\n")
      .find((one) => one.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? "";
  return {
    to: line("To"),
    subject: line("Subject"),
    writtenAt: line("Date"),
    text: text.join("\n\n").trimEnd(),
  };
};
