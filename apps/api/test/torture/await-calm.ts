import pg from "pg";
import { z } from "zod";
import type { TortureGround } from "./open-torture-ground.ts";
import { until } from "./until.ts";

/** How the studio came to rest. */
export interface Calm {
  readonly seconds: number;
  /** How far the clock of the process that ended everything had to be ahead. */
  readonly aheadMs: number;
}

// After two minutes no unclear request can arrive at the provider any more, and is sent again.
const unclearMs = 135_000;
// After seven minutes a training whose packing died with its process is packed again.
const packingMs = 440_000;
// As often the provider is asked about what no webhook told: those of a time that has passed are too old to believe.
const backstopMs = 35_000;
/** For so long nothing may change before the clock is set further ahead. */
const stillMs = 8_000;

/** Ends the storm: one process alone, with its clock further and further ahead, brings everything to an end. */
export async function awaitCalm(ground: TortureGround, mostMs: number): Promise<Calm> {
  const beganAt = performance.now();
  await Promise.all(ground.slots.map((slot) => slot.kill()));
  ground.simulator.faults.clear();
  let aheadMs = nextAhead(unclearMs, await untilStill(ground, 0));
  for (;;) {
    const slot = ground.laterSlot(aheadMs);
    slot.start({ diskIsFull: false });
    await until("the last process to answer", mostMs, () =>
      Promise.resolve(slot.isListening() ? true : undefined),
    );
    const open = await untilStill(ground, stillMs);
    if (open.length === 0) return { seconds: (performance.now() - beganAt) / 1_000, aheadMs };
    if (performance.now() - beganAt > mostMs)
      throw new Error(`Still open: ${open.map((work) => JSON.stringify(work)).join(", ")}`);
    await slot.kill();
    aheadMs = nextAhead(aheadMs + backstopMs, open);
  }
}

const nextAhead = (leastMs: number, open: readonly OpenWork[]): number =>
  open.some(({ status }) => status === "uploading") ? Math.max(packingMs, leastMs) : leastMs;

/** Waits until nothing is open or nothing of it has changed for a while; what is open then. */
async function untilStill({ postgres }: TortureGround, forMs: number): Promise<OpenWork[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  let seen = "";
  let since = performance.now();
  try {
    return await until("open work to stand still", Number.POSITIVE_INFINITY, async () => {
      const open = z.array(openWork).parse((await client.query(openWorkSql)).rows);
      const now = JSON.stringify(open);
      if (now !== seen) since = performance.now();
      seen = now;
      return open.length === 0 || performance.now() - since >= forMs ? open : undefined;
    });
  } finally {
    await client.end();
  }
}

const openWork = z.object({ id: z.uuid(), status: z.string(), check_count: z.number() });
type OpenWork = z.infer<typeof openWork>;
const openWorkSql = `
  select id, status, check_count from generations where ended_at is null
  union all select id, status, check_count from trainings where ended_at is null
  order by id`;
