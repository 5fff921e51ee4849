import { z } from "zod";
import { balanceView } from "../credits/balance-view.ts";
import { getBalance } from "../credits/get-balance.ts";
import { isDomainError } from "../errors/domain-error.ts";
import { generationView } from "../generations/generation-view.ts";
import { getGeneration } from "../generations/get-generation.ts";
import { getTraining } from "../models/get-training.ts";
import { trainingView } from "../models/training-view.ts";
import { getShoot } from "../photoshoot/get-shoot.ts";
import { shootView } from "../photoshoot/shoot-view.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { eventsAfter, lastEventPosition } from "./event.store.ts";
import type { SubjectEvent } from "./subject-event.ts";

/** A change as the page gets it: the thing as it is now. `connected` comes first and carries nothing. */
export const liveEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("connected") }),
  z.object({ type: z.literal("generation"), generation: generationView }),
  z.object({ type: z.literal("training"), training: trainingView }),
  z.object({ type: z.literal("selfies") }),
  z.object({ type: z.literal("portrait"), portraitId: z.uuid() }),
  z.object({ type: z.literal("gallery") }),
  z.object({ type: z.literal("credits"), balance: balanceView }),
  z.object({ type: z.literal("conversation"), conversationId: z.uuid() }),
  z.object({ type: z.literal("experiment"), experimentId: z.uuid() }),
  z.object({ type: z.literal("shoot"), shoot: shootView }),
]);

type LiveEvent = z.infer<typeof liveEvent>;

const batchSize = 100;
/** Hints can be lost; this is how late an event can be then. */
const lookAgainMs = 5_000;

/**
 * The caller's events after a position, then every further one as it is committed, until the reader goes away. A
 * reader without a position starts now; it is told so by `connected` and can then load what there is: nothing falls
 * between, since the position was taken before.
 */
export async function* liveEvents(
  studio: Studio,
  caller: Caller,
  { after, signal }: { readonly after: number | null; readonly signal: AbortSignal },
): AsyncGenerator<{ readonly position: number; readonly event: LiveEvent }> {
  const { subjectId } = caller;
  const hints = hintsFor(studio, subjectId, signal);
  try {
    const last = await studio.actingAs(subjectId, (tx) => lastEventPosition(tx, subjectId));
    // A position from before a backup was restored can be ahead of everything; such a reader starts now, too.
    const came = studio.clock.now();
    let position = Math.min(after ?? last, last);
    yield { position, event: { type: "connected" } };
    while (!signal.aborted) {
      const hinted = hints.next();
      const events = await studio.actingAs(subjectId, (tx) =>
        eventsAfter(tx, subjectId, position, batchSize),
      );
      for (const event of latestOfEach(events)) {
        const described = await describe(studio, subjectId, event);
        if (described === undefined) continue;
        // What happened before the reader came is no measure of how late it is told.
        const lagMs = studio.clock.now().getTime() - event.at.getTime();
        if (event.at >= came) studio.metrics.eventTold(lagMs / 1_000);
        yield { position: event.position, event: described };
      }
      position = events.at(-1)?.position ?? position;
      if (events.length < batchSize) await hinted;
    }
  } finally {
    hints.stop();
  }
}

/** Of several changes of one thing only the last is told: the thing is read as it is now in any case. */
const latestOfEach = (events: readonly SubjectEvent[]): SubjectEvent[] => {
  const latest = new Map(events.map((event) => [event.entityId, event.position]));
  return events.filter((event) => latest.get(event.entityId) === event.position);
};

const describe = async (
  studio: Studio,
  subjectId: string,
  event: SubjectEvent,
): Promise<LiveEvent | undefined> => {
  try {
    switch (event.type) {
      case "generation":
        return { type: "generation", generation: await getGeneration(studio, subjectId, event.entityId) };
      case "training":
        return { type: "training", training: await getTraining(studio, subjectId, event.entityId) };
      case "selfies":
        return { type: "selfies" };
      case "portrait":
        return { type: "portrait", portraitId: event.entityId };
      case "gallery":
        return { type: "gallery" };
      case "credits":
        return { type: "credits", balance: await getBalance(studio, subjectId) };
      case "conversation":
        return { type: "conversation", conversationId: event.entityId };
      case "experiment":
        return { type: "experiment", experimentId: event.entityId };
      case "shoot":
        return { type: "shoot", shoot: await getShoot(studio, subjectId, event.entityId) };
    }
  } catch (error) {
    // It was deleted since; there is nothing to show any more.
    if (isDomainError(error) && error.code === "not_found") return undefined;
    throw error;
  }
};

/** Resolves at the next hint, after a while without one, or when the reader goes away. */
const hintsFor = (studio: Studio, subjectId: string, signal: AbortSignal) => {
  let wake: (() => void) | undefined;
  let hinted = false;
  const ring = (): void => {
    hinted = true;
    wake?.();
  };
  const unsubscribe = studio.wakeUps.subscribe(subjectId, ring);
  signal.addEventListener("abort", ring, { once: true });
  return {
    next: (): Promise<void> => {
      // Nobody waits for the one before any more; its timer need not run out.
      wake?.();
      hinted = false;
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, lookAgainMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (hinted || signal.aborted) wake();
      });
    },
    stop: (): void => {
      unsubscribe();
      signal.removeEventListener("abort", ring);
      wake?.();
    },
  };
};
