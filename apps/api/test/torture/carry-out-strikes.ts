import { setTimeout as pause } from "node:timers/promises";
import type { TortureGround } from "./open-torture-ground.ts";
import type { Strike } from "./plan-strikes.ts";

/** What was done to the studio, counted. */
export interface StrikesDone {
  readonly kills: number;
  readonly databaseCrashes: number;
  readonly fullDisks: number;
  readonly faults: number;
}

/** Does everything that was planned, each at its time; what is done to one process is done one after the other. */
export async function carryOutStrikes(
  ground: TortureGround,
  strikes: readonly Strike[],
  untilMoment: (atMs: number) => Promise<void>,
): Promise<StrikesDone> {
  const done = { kills: 0, databaseCrashes: 0, fullDisks: 0, faults: 0 };
  const diskIsFull = ground.slots.map(() => false);
  const turns = new Map<number | "database", Promise<void>>();
  const inTurn = (at: number | "database", work: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(at) ?? Promise.resolve()).then(work);
    turns.set(at, turn);
    return turn;
  };
  const again = (process: number, downMs: number): Promise<void> =>
    inTurn(process, async () => {
      const slot = ground.slots[process];
      await slot?.kill();
      done.kills += 1;
      await pause(downMs);
      slot?.start({ diskIsFull: diskIsFull[process] === true });
    });
  const strike = async (what: Strike): Promise<void> => {
    switch (what.kind) {
      case "kill":
        return again(what.process, what.downMs);
      case "fill-disk":
      case "free-disk":
        diskIsFull[what.process] = what.kind === "fill-disk";
        if (what.kind === "fill-disk") done.fullDisks += 1;
        return again(what.process, 0);
      case "crash-database":
        return inTurn("database", async () => {
          await ground.postgres.crash();
          done.databaseCrashes += 1;
          await pause(what.downMs);
          await ground.postgres.revive();
        });
      case "fault":
        ground.simulator.faults.add(what.fault);
        done.faults += 1;
    }
  };
  await Promise.all(
    strikes.map(async (what) => {
      await untilMoment(what.atMs);
      await strike(what);
    }),
  );
  return done;
}
