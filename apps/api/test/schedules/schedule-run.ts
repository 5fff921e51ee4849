import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { isDomainError } from "../../src/errors/domain-error.ts";
import { cancelGeneration } from "../../src/generations/cancel-generation.ts";
import { createGeneration } from "../../src/generations/create-generation.ts";
import { jobHandlers } from "../../src/jobs/job-handlers.ts";
import { reconcileDueWork } from "../../src/jobs/start-reconciler.ts";
import { cancelTraining } from "../../src/models/cancel-training.ts";
import { startTraining } from "../../src/models/start-training.ts";
import type { Studio } from "../../src/studio/studio.ts";
import { sceneOf } from "./fault-arbitrary.ts";
import { openCensus, type ProviderCensus } from "./provider-census.ts";
import type { Action, Interruption, Schedule } from "./schedule.ts";
import type { ScheduleWorld } from "./schedule-world.ts";
import { type Life, startProcess, type StudioProcess, type Touch } from "./studio-process.ts";
import type { WaitingJob } from "./unreliable-queue.ts";

/** What the provider accepted, and how it came about. */
export interface ScheduleOutcome {
  readonly census: ProviderCensus;
  /** Every process was gone for so long that the provider may have forgotten pictures before anybody could look. */
  readonly wasAbsent: boolean;
  /** A process that is there at the end. */
  readonly survivor: () => StudioProcess;
  /** Does all that is due once more. */
  readonly workOnce: () => Promise<void>;
  /** What happened, a line each. */
  readonly story: readonly string[];
}

const minuteMs = 60_000;
/** Nothing goes wrong any more after so long: before the provider forgets the first inputs, an hour after they ended. */
const stormMs = 50 * minuteMs;
/** Pictures are there for an hour; who was away for most of it may have missed them. */
const longAbsenceMs = 20 * minuteMs;
/** Between its last look at the clock and the first byte, a process may be held up by so much. */
const longestPauseBeforeRequestMs = 5_000;
/** A training is given up after three hours, and long absences come on top. */
const patienceMs = 12 * 60 * minuteMs;

/**
 * Plays a schedule to the end of everything it began, or to the end of all patience.
 *
 * @param longestStepMs how long the studio is left alone at most; the steps begin short and grow
 */
export async function runSchedule(
  world: ScheduleWorld,
  schedule: Schedule,
  longestStepMs = 5 * minuteMs,
): Promise<ScheduleOutcome> {
  const run = new ScheduleRun(world, schedule);
  for (const fault of schedule.faults) world.simulator.faults.add(fault);
  for (const action of schedule.actions) await run.perform(action);
  await run.untilAllHasEnded(longestStepMs);
  return run.outcome();
}

class ScheduleRun {
  readonly #world: ScheduleWorld;
  readonly #interruptions: Interruption[];
  readonly #begun: ((studio: Studio) => Promise<unknown>)[] = [];
  readonly #story: string[] = [];
  readonly #census: ProviderCensus;
  readonly #beganAt: number;
  readonly #processes: StudioProcess[] = [];
  #backAt: number[] = [0, 0];
  #touches = 0;
  #lastTouch: Touch | undefined;
  #depth = 0;
  #stormy = true;
  #wasAbsent = false;
  #hasTrained = false;

  constructor(world: ScheduleWorld, schedule: Schedule) {
    this.#world = world;
    this.#interruptions = [...schedule.interruptions];
    this.#beganAt = this.#now();
    this.#census = openCensus(world.simulator, new Date(this.#beganAt));
    this.#revive();
    world.door?.answerWith(() => (this.living().length === 0 ? undefined : this.#anyProcess()));
  }

  async perform(action: Action): Promise<void> {
    const { time, person, failStorage } = this.#world;
    await this.#pass(action.afterMs);
    switch (action.kind) {
      case "generate": {
        const { outputs, seed, scene } = action;
        const brief = `a calm portrait, ${sceneOf(scene)}`;
        const wish = {
          service: "studio",
          brief,
          expression: null,
          enhancement: "none",
          presetId: null,
          changes: {},
        } as const;
        const idempotencyKey = randomUUID();
        const { id } = await this.#certainly("asks for a generation", (studio) =>
          createGeneration(studio, person, { ...wish, outputs, seed, idempotencyKey }),
        );
        this.#begun.push((studio) => cancelGeneration(studio, person, id));
        break;
      }
      case "train":
        await this.#train();
        break;
      case "cancel":
        await this.#cancel(action.which);
        break;
      case "storage-fails":
        failStorage(action.forMs);
        break;
      case "low-credit":
        this.#world.simulator.faults.setCredit("low");
        await this.#workOnce();
        await this.#pass(action.forMs);
        this.#world.simulator.faults.setCredit("plenty");
        break;
      case "absence":
        if (action.forMs > longAbsenceMs) {
          this.#wasAbsent = true;
          await this.#endStorm();
        }
        this.#tell(`everything is gone for ${action.forMs} ms`);
        for (const { life } of this.#processes) life.end();
        await time.pass(action.forMs);
        this.#backAt = [0, 0];
        break;
    }
    this.#tell(JSON.stringify(action));
    await this.#workOnce();
  }

  async untilAllHasEnded(longestStepMs: number): Promise<void> {
    let stepMs = 300;
    while (!(await this.#allHasEnded())) {
      const passedMs = this.#now() - this.#beganAt;
      if (passedMs > patienceMs) return;
      if (this.#stormy && passedMs > stormMs) await this.#endStorm();
      await this.#pass(stepMs);
      stepMs = Math.min(longestStepMs, stepMs * 1.5);
      await this.#workOnce();
    }
    this.#interruptions.length = 0;
    await this.#endStorm();
  }

  outcome(): ScheduleOutcome {
    return {
      census: this.#census,
      wasAbsent: this.#wasAbsent,
      survivor: () => {
        this.#backAt = [0, 0];
        this.#revive();
        return this.#anyProcess();
      },
      workOnce: () => this.#workOnce(),
      story: this.#story,
    };
  }

  #now(): number {
    return this.#world.time.clock.now().getTime();
  }

  #tell(line: string): void {
    this.#story.push(`${((this.#now() - this.#beganAt) / 1_000).toFixed(1)} s: ${line}`);
  }

  async #endStorm(): Promise<void> {
    this.#stormy = false;
    await this.#census.take();
  }

  async #pass(durationMs: number): Promise<void> {
    await this.#world.time.pass(durationMs);
    this.#revive();
  }

  #revive(): void {
    for (const place of [0, 1]) {
      if (this.#processes[place]?.life.hasEnded() === false || this.#now() < (this.#backAt[place] ?? 0))
        continue;
      this.#processes[place] = startProcess({
        ...this.#world.around,
        pause: (life, where) => this.#touch(life, where, place),
        tell: (line) => this.#tell(line),
      });
    }
  }

  living(): StudioProcess[] {
    return this.#processes.filter(({ life }) => !life.hasEnded());
  }

  #draw(below: number): number {
    return this.#world.around.identifiers.randomWhole(0, below - 1);
  }

  #anyProcess(): StudioProcess {
    const living = this.living();
    const process = living[this.#draw(Math.max(1, living.length))];
    if (process === undefined) throw new Error("Nobody is there");
    return process;
  }

  /** Every touch of the outside passes through here: what the schedule has in store happens now. */
  async #touch(life: Life, where: Touch, place: number): Promise<void> {
    if (life.hasEnded()) return new Promise(() => {});
    const isAroundPayment = where.startsWith("paid") || this.#lastTouch === "paid answer";
    this.#lastTouch = where;
    const next = this.#interruptions[0];
    if (next === undefined || (next.around === "payment" && !isAroundPayment)) return;
    this.#touches += 1;
    if (this.#touches <= next.afterTouches) return;
    const inTheMiddle = this.#world.time.isPassing() || this.#depth > 0;
    if (next.kind === "others-first" && inTheMiddle) return;
    this.#interruptions.shift();
    this.#touches = 0;
    this.#tell(`${next.kind} at ${where} of process ${place}`);
    if (next.kind === "kill") {
      this.#backAt[place] = this.#now() + next.awayMs;
      life.end();
      return new Promise(() => {});
    }
    this.#depth += 1;
    await this.#pass(
      where.endsWith("request") ? Math.min(next.passMs, longestPauseBeforeRequestMs) : next.passMs,
    );
    await this.#workOnce();
    this.#depth -= 1;
    if (life.hasEnded()) return new Promise(() => {});
  }

  /** All jobs that are due, in any order, then a look of the reconciler; each by any process that lives. */
  async #workOnce(): Promise<void> {
    this.#revive();
    const due = this.#world.queue.takeDue();
    while (due.length > 0) {
      const [job] = due.splice(this.#draw(due.length), 1);
      if (job !== undefined) await this.#work(job);
    }
    if (this.living().length > 0) await this.#anyProcess().run(reconcileDueWork);
  }

  async #work(job: WaitingJob): Promise<void> {
    if (this.living().length === 0) return this.#world.queue.abandon(job);
    const process = this.#anyProcess();
    try {
      // Safe: the payload was checked by this very kind's schema when the job was added.
      const handle = jobHandlers(process.studio)[job.name] as (payload: object) => Promise<void>;
      if ((await process.run(() => handle(job.payload))) === "died") this.#world.queue.abandon(job);
    } catch (error) {
      this.#tell(`${job.name}, attempt ${job.attempt}: ${String(error)}`);
      this.#world.queue.retry(job);
    }
  }

  /** Asks again after a death, as a person does. */
  async #certainly<T>(what: string, ask: (studio: Studio) => Promise<T>): Promise<T> {
    for (;;) {
      while (this.living().length === 0) await this.#pass(minuteMs);
      const answer = await this.#anyProcess().run(ask);
      if (answer !== "died") return answer.done;
      this.#tell(`died while somebody ${what}`);
    }
  }

  /** Once in a schedule, so that the provider may have one training of this person at most. */
  async #train(): Promise<void> {
    if (this.#hasTrained) return;
    this.#hasTrained = true;
    const { person } = this.#world;
    const idempotencyKey = randomUUID();
    const { id: trainingId } = await this.#certainly("starts a training", (studio) =>
      startTraining(studio, person, { idempotencyKey }),
    );
    this.#begun.push((studio) => cancelTraining(studio, person, trainingId));
  }

  async #cancel(which: number): Promise<void> {
    const ask = this.#begun[which % Math.max(1, this.#begun.length)];
    if (ask === undefined || this.living().length === 0) return;
    try {
      await this.#anyProcess().run(ask);
    } catch (error) {
      // What has ended, or is being stored, cannot be cancelled: the person is told.
      if (!isDomainError(error)) throw error;
      this.#tell(`cancelling was refused: ${error.message}`);
    }
  }

  async #allHasEnded(): Promise<boolean> {
    const { database } = this.#world.around;
    const { subjectId } = this.#world.person;
    const result: unknown = await database.system.execute(sql`
      select (select count(*) from generations where subject_id = ${subjectId} and ended_at is null)
        + (select count(*) from trainings where subject_id = ${subjectId} and ended_at is null) as open`);
    const { rows } = z.object({ rows: z.array(z.object({ open: z.coerce.number() })) }).parse(result);
    return rows[0]?.open === 0;
  }
}
