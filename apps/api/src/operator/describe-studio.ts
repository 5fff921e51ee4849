import { listDeadLetters } from "../jobs/list-dead-letters.ts";
import type { Studio } from "../studio/studio.ts";

const shown = 50;

/** How a studio stands, for whoever operates it: no picture, no name, no address. */
export interface StudioState {
  readonly paused: { readonly since: string; readonly reason: string } | null;
  readonly stuck: readonly {
    readonly kind: string;
    readonly id: string;
    readonly status: string;
    readonly createdAt: string;
    readonly deadlineAt: string;
  }[];
  readonly setAside: readonly {
    readonly id: string;
    readonly job: string | null;
    readonly setAsideAt: string;
  }[];
  readonly ledgerFaults: readonly string[];
  readonly gauges: readonly { readonly name: string; readonly label: string; readonly value: number }[];
  /** Whether anything above wants a person. */
  readonly alarms: number;
}

/** Looks over everything that may want a person: work that is stuck, jobs that were set aside, ledgers that do not add up. */
export const describeStudio = async (
  studio: Pick<Studio, "watch" | "ledger" | "jobs" | "clock">,
): Promise<StudioState> => {
  const pause = await studio.watch.pause();
  const stuck = await studio.watch.stuckWork(studio.clock.now(), shown);
  const setAside = await listDeadLetters(studio);
  const faults = await studio.ledger.faults(shown);
  return {
    paused: pause === null ? null : { since: pause.since.toISOString(), reason: pause.reason },
    stuck: stuck.map(({ kind, id, status, createdAt, deadlineAt }) => ({
      kind,
      id,
      status,
      createdAt: createdAt.toISOString(),
      deadlineAt: deadlineAt.toISOString(),
    })),
    setAside: setAside.map(({ id, job, setAsideAt }) => ({ id, job, setAsideAt: setAsideAt.toISOString() })),
    ledgerFaults: faults.map(({ fault }) => fault),
    gauges: await studio.watch.gauges(),
    alarms: stuck.length + setAside.length + faults.length,
  };
};
