import type { Clock } from "../clock/clock.ts";

/** What a process needs in order to be of use. */
export type ReadinessPart = "database" | "storage" | "provider";

/** How one part answered when it was last asked. */
export interface PartReadiness {
  readonly ok: boolean;
  readonly checkedAt: string;
}

/** Whether a process should be given requests. */
export interface ReadinessView {
  /** `unready` while the database or storage fails; the provider's absence alone is survived. */
  readonly status: "ready" | "unready" | "stopping";
  readonly parts: Readonly<Record<ReadinessPart, PartReadiness>>;
}

/** Asks the parts, and remembers for a while: anybody may ask, so asking must cost nothing. */
export interface Readiness {
  readonly look: () => Promise<ReadinessView>;
  /** From now on it answers `stopping`. */
  readonly stop: () => void;
}

/** How one part is asked; it throws when it fails. */
export interface ReadinessCheck {
  readonly ask: () => Promise<void>;
  /** For how long an answer holds. */
  readonly holdsMs: number;
}

/** What is wrong is said once when it begins, and once when it is over. */
export type ReadinessLog = (part: ReadinessPart, failure: unknown) => void;

const patienceMs = 5_000;

/**
 * Puts the checks of a process together. A part that does not answer within 5 seconds has failed.
 *
 * @param onChange called with a failure when a part begins to fail, and without one when it works again
 */
export function createReadiness(
  checks: Readonly<Record<ReadinessPart, ReadinessCheck>>,
  clock: Clock,
  onChange: ReadinessLog,
): Readiness {
  let stopping = false;
  const looks = {
    database: rememberedCheck("database", checks.database, clock, onChange),
    storage: rememberedCheck("storage", checks.storage, clock, onChange),
    provider: rememberedCheck("provider", checks.provider, clock, onChange),
  };
  return {
    look: async () => {
      const [database, storage, provider] = await Promise.all([
        looks.database(),
        looks.storage(),
        looks.provider(),
      ]);
      const status = stopping ? "stopping" : database.ok && storage.ok ? "ready" : "unready";
      return { status, parts: { database, storage, provider } };
    },
    stop: () => {
      stopping = true;
    },
  };
}

function rememberedCheck(
  part: ReadinessPart,
  { ask, holdsMs }: ReadinessCheck,
  clock: Clock,
  onChange: ReadinessLog,
): () => Promise<PartReadiness> {
  let last: { readonly at: number; readonly result: Promise<PartReadiness> } | undefined;
  let wasOk = true;
  const look = async (at: number): Promise<PartReadiness> => {
    const failure = await failureOf(ask);
    const ok = failure === undefined;
    if (ok !== wasOk) onChange(part, failure);
    wasOk = ok;
    return { ok, checkedAt: new Date(at).toISOString() };
  };
  return () => {
    const now = clock.now().getTime();
    if (last === undefined || now - last.at >= holdsMs) last = { at: now, result: look(now) };
    return last.result;
  };
}

async function failureOf(ask: () => Promise<void>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    await Promise.race([ask(), late]);
    return undefined;
  } catch (failure) {
    return failure;
  } finally {
    clearTimeout(timer);
  }
}
