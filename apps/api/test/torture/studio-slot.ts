import { setTimeout as pause } from "node:timers/promises";
import { type StudioLife, startLife } from "./studio-life.ts";

/** A place where one process of the studio runs, again and again, as a supervisor sees to it. */
export interface StudioSlot {
  readonly port: number;
  readonly isListening: () => boolean;
  /** How many lives there were. */
  readonly lives: () => number;
  /** Every time a process that was answering ended without having been told to. */
  readonly ownEnds: readonly string[];
  /** Starts a process and sees to it that there is one until it is killed; returns at once. */
  readonly start: (how: { readonly diskIsFull: boolean }) => void;
  readonly kill: () => Promise<void>;
  /** Asks the process to stop in order; false when it did not. */
  readonly stop: () => Promise<boolean>;
}

/** What a slot runs. */
export interface SlotOptions {
  readonly name: string;
  readonly port: number;
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

const againAfterMs = 300;

/** A slot with nothing in it yet. */
export function openSlot({ name, port, ...options }: SlotOptions): StudioSlot {
  let wanted: symbol | undefined;
  const isWanted = (wish: symbol): boolean => wanted === wish;
  let life: StudioLife | undefined;
  let lives = 0;
  const ownEnds: string[] = [];
  const supervise = async (wish: symbol, diskIsFull: boolean): Promise<void> => {
    while (isWanted(wish)) {
      const current = startLife({
        ...options,
        environment: { ...options.environment, PORT: String(port) },
        diskIsFull,
      });
      life = current;
      lives += 1;
      // Without its database a process cannot start; that is no fault of its own, and the next one tries again.
      const answered = await current.listening.then(
        () => true,
        () => false,
      );
      await current.ended;
      if (!isWanted(wish)) return;
      if (answered) ownEnds.push(`${name} ended by itself`);
      await pause(againAfterMs);
    }
  };
  let supervising = Promise.resolve();
  const leave = async (): Promise<void> => {
    wanted = undefined;
    await supervising;
  };
  return {
    port,
    isListening: () => life?.isListening() ?? false,
    lives: () => lives,
    ownEnds,
    start: ({ diskIsFull }) => {
      const wish = Symbol(name);
      wanted = wish;
      supervising = supervise(wish, diskIsFull);
    },
    kill: async () => {
      wanted = undefined;
      await life?.kill();
      await leave();
    },
    stop: async () => {
      wanted = undefined;
      const code = await life?.stop();
      await leave();
      return code === 0;
    },
  };
}
