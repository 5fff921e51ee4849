import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { SignedUp } from "../sign-up.ts";
import type { PlannedGeneration } from "./plan-torture.ts";
import { untilAnswered } from "./until-answered.ts";

/** What somebody asked for and what the studio answered. */
export interface AskedGeneration {
  readonly planned: PlannedGeneration;
  readonly userId: string;
  /** The studio's id; null when it refused. */
  readonly id: string | null;
  readonly refused: string | null;
  /** Whether the wish to cancel was taken; null when there was none. */
  readonly cancel: "taken" | "too-late" | null;
}

const patienceMs = 180_000;

/** Asks for each generation when its time has come, and cancels those that are to be; resolves when all are answered. */
export const askForGenerations = (
  people: readonly SignedUp[],
  planned: readonly PlannedGeneration[],
  untilMoment: (atMs: number) => Promise<void>,
): Promise<AskedGeneration[]> =>
  Promise.all(
    planned.map(async (wish) => {
      await untilMoment(wish.atMs);
      const person = people[wish.person];
      if (person === undefined) throw new Error(`There is no person ${wish.person}`);
      return ask(person, wish);
    }),
  );

async function ask(person: SignedUp, planned: PlannedGeneration): Promise<AskedGeneration> {
  const { brief, seed, outputs, cancelAfterMs } = planned;
  // However often it is asked, it is one generation.
  const idempotencyKey = randomUUID();
  const answer = await untilAnswered(`a generation: ${brief}`, patienceMs, (signal) =>
    person.api.generations.create.mutate({ brief, seed, outputs, idempotencyKey }, { signal }),
  );
  const asked = { planned, userId: person.userId };
  if ("refused" in answer) return { ...asked, id: null, refused: answer.refused, cancel: null };
  const { id } = answer.value;
  if (cancelAfterMs === null) return { ...asked, id, refused: null, cancel: null };
  await pause(cancelAfterMs);
  const canceled = await untilAnswered(`to cancel: ${brief}`, patienceMs, (signal) =>
    person.api.generations.cancel.mutate({ generationId: id }, { signal }),
  );
  return { ...asked, id, refused: null, cancel: "value" in canceled ? "taken" : "too-late" };
}
