import { setTimeout as pause } from "node:timers/promises";
import { type LifeOptions, type StudioLife, startLife } from "./studio-life.ts";

/** A place where one process of the studio runs, again and again, as a supervisor sees to it. */
export interface StudioSlot {
  readonly port: number;
  readonly isListening: () => boolean;
  /** How many lives there were. */
  readonly lives: () => number;
  /** Every time a process that was answering ended without having been told to. */
  readonly ownEnds: readonly string[];
  /** Starts a process and sees to it that there is one until it is ended; returns at once. */
  readonly start: (how: { readonly diskIsFull: boolean }) => void;
  /** Ends it at once: nothing in it can notice. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop; whether it did so in order. */
  readonly stop: () => Promise<boolean>;
}

/** What a slot runs. */
export interface SlotOptions extends Pick<LifeOptions, "program" | "environment" | "logFile"> {
  readonly name: string;
  readonly port: number;
  /** Called whenever a process has begun or ceased to answer. */
  readonly onChange: () => void;
}

const againAfterMs = 300;

/** A slot with nothing in it yet. */
export function openSlot({ name, port, environment, onChange, ...command }: SlotOptions): StudioSlot {
  let wanted: symbol | undefined;
  let life: StudioLife | undefined;
  let isListening = false;
  let lives = 0;
  const ownEnds: string[] = [];
  const isWanted = (wish: symbol): boolean => wanted === wish;
  const listens = (whether: boolean): void => {
    isListening = whether;
    onChange();
  };
  const supervise = async (wish: symbol, diskIsFull: boolean): Promise<void> => {
    while (isWanted(wish)) {
      const current = startLife({
        ...command,
        environment: { ...environment, PORT: String(port) },
        diskIsFull,
      });
      life = current;
      lives += 1;
      // Without its database a process cannot start; that is no fault of its own, and the next one tries again.
      const answers = await current.listening;
      if (answers && isWanted(wish)) listens(true);
      await current.ended;
      if (!isWanted(wish)) return;
      listens(false);
      if (answers) ownEnds.push(`${name} ended by itself`);
      await pause(againAfterMs);
    }
  };
  let supervising = Promise.resolve();
  const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<number | null> => {
    wanted = undefined;
    listens(false);
    const code = (await life?.end(signal)) ?? null;
    await supervising;
    return code;
  };
  return {
    port,
    isListening: () => isListening,
    lives: () => lives,
    ownEnds,
    start: ({ diskIsFull }) => {
      const wish = Symbol(name);
      wanted = wish;
      supervising = supervise(wish, diskIsFull);
    },
    kill: async () => {
      await end("SIGKILL");
    },
    stop: async () => (await end("SIGTERM")) === 0,
  };
}
