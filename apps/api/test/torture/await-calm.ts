import pg from "pg";
import type { TortureGround } from "./open-torture-ground.ts";
import { until } from "./until.ts";

/** How the studio came to rest. */
export interface Calm {
  readonly seconds: number;
  /** How far the clock of the process that ended everything had to be ahead. */
  readonly aheadMs: number;
}

/**
 * By how much the clock is set ahead, one after the other, until nothing is open. After 135 s no unclear request can
 * arrive any more and is sent again; after 7 minutes a training whose packing died with its process is packed again.
 */
const aheadMs = [135_000, 440_000, 900_000, 4_000_000] as const;
const patienceMs = 45_000;

/** Ends the storm: one process alone, with its clock ahead, brings everything to an end. */
export async function awaitCalm(ground: TortureGround, mostMs: number): Promise<Calm> {
  const beganAt = performance.now();
  await Promise.all(ground.slots.map((slot) => slot.kill()));
  ground.simulator.faults.clear();
  for (const ahead of aheadMs) {
    const slot = ground.laterSlot(ahead);
    slot.start({ diskIsFull: false });
    const isLast = ahead === aheadMs.at(-1);
    const most = isLast ? Math.max(patienceMs, mostMs - (performance.now() - beganAt)) : patienceMs;
    const isOver = await until("everything to end", most, () => isNothingOpen(ground)).catch(
      (error: unknown) => {
        if (isLast) throw error;
        return false;
      },
    );
    if (isOver) return { seconds: (performance.now() - beganAt) / 1_000, aheadMs: ahead };
    await slot.kill();
  }
  throw new Error("The list of clocks is empty");
}

/** What is open, by the database's own word; undefined while anything is. */
async function isNothingOpen({ postgres }: TortureGround): Promise<true | undefined> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ open: number }>(
      `select (select count(*) from generations where ended_at is null)::int
            + (select count(*) from trainings where ended_at is null)::int as open`,
    );
    return rows[0]?.open === 0 ? true : undefined;
  } finally {
    await client.end();
  }
}
