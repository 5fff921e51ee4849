import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";
import { writeWhole } from "../files/write-whole.ts";

const session = z.object({ email: z.string(), token: z.string().min(1), signedInAt: z.iso.datetime() });
const sessionsFile = z.object({ formatVersion: z.literal(1), sessions: z.record(z.string(), session) });

/** A kept sign-in at one studio. */
export type Session = z.infer<typeof session>;

/** The sessions of this person on this machine, one for each studio. */
export interface SessionStore {
  readonly file: string;
  /** @throws FailureError `sessions_unreadable` */
  readonly find: (server: string) => Promise<Session | null>;
  /** @throws FailureError `sessions_unreadable`, `sessions_unwritable` */
  readonly keep: (server: string, session: Session) => Promise<void>;
  /** @throws FailureError `sessions_unreadable`, `sessions_unwritable` */
  readonly forget: (server: string) => Promise<void>;
}

/** Keeps sessions in `sessions.json`, readable by their owner alone. */
export function openSessionStore(folder: string): SessionStore {
  const file = join(folder, "sessions.json");
  const read = async (): Promise<Record<string, Session>> => {
    try {
      return sessionsFile.parse(JSON.parse(await readFile(file, "utf8"))).sessions;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
      const reason = error instanceof z.ZodError ? "it has another form" : reasonOf(error);
      throw ownFailureError("sessions_unreadable", { file, reason }, { cause: error });
    }
  };
  const write = async (sessions: Record<string, Session>): Promise<void> => {
    try {
      const text = `${JSON.stringify({ formatVersion: 1, sessions }, null, 2)}\n`;
      await writeWhole(file, text, { mode: 0o600, folderMode: 0o700 });
    } catch (error) {
      throw ownFailureError("sessions_unwritable", { file, reason: reasonOf(error) }, { cause: error });
    }
  };
  return {
    file,
    find: async (server) => (await read())[server] ?? null,
    keep: async (server, kept) => write({ ...(await read()), [server]: kept }),
    forget: async (server) => {
      const { [server]: forgotten, ...others } = await read();
      if (forgotten !== undefined) await write(others);
    },
  };
}
