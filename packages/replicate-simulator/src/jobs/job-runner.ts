import { removeDelivery } from "../files/remove-delivery.ts";
import { storeDelivery } from "../files/store-delivery.ts";
import { addTrainedVersion } from "../models/add-trained-version.ts";
import type { Simulation } from "../simulation.ts";
import type { WebhookSender } from "../webhooks/webhook-sender.ts";
import { atSpeed } from "./job-duration.ts";
import { isTerminal, type JobRecord, type JobStatus } from "./job-record.ts";
import type { JobWork, WorkOutcome } from "./job-work.ts";
import { logsOf } from "./logs-of.ts";

/** How long a prediction's data stays after its end: one hour, as the provider says. */
const dataKeptMs = 60 * 60 * 1000;

/** Real milliseconds between the output being there and the job having succeeded. */
const settlingMs = 150;

/** Real milliseconds until work that cannot be done says so. */
const failsSoonAfterMs = 1500;

/** How often a webhook that asks for logs is told of them. */
const logTickMs = 500;

/** How a job ends; without logs, those of its run up to now. */
interface JobEnd {
  status: JobStatus;
  error?: string;
  logs?: string;
}

/** Moves jobs from accepted to their end; every time is the clock's, and every step is stored before it is told. */
export class JobRunner {
  readonly #simulation: Simulation;
  readonly #webhooks: WebhookSender;
  readonly #works: Readonly<Record<JobRecord["kind"], JobWork>>;
  readonly #aborts = new Map<string, AbortController>();
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(
    simulation: Simulation,
    webhooks: WebhookSender,
    works: Readonly<Record<JobRecord["kind"], JobWork>>,
  ) {
    this.#simulation = simulation;
    this.#webhooks = webhooks;
    this.#works = works;
  }

  /** Stores a new job and sees to everything that will happen to it. */
  async accept(job: JobRecord): Promise<void> {
    await this.#simulation.stores.jobs.put(job);
    this.#schedule(job);
  }

  /** Takes up what an earlier run of the simulator left, without what it had made for a job but not yet noted. */
  async recover(): Promise<void> {
    const { stores } = this.#simulation;
    const listed = new Set(stores.jobs.all().flatMap((job) => job.files?.map((file) => file.path) ?? []));
    for (const delivery of stores.deliveries.all()) {
      if (!listed.has(delivery.id)) await removeDelivery(this.#simulation, delivery.id);
    }
    for (const version of stores.versions.all()) {
      const training = version.trainingId === null ? undefined : stores.jobs.get(version.trainingId);
      const isStray = training !== undefined && training.trainedVersionId !== version.id;
      if (isStray) await stores.versions.remove(version.id);
    }
    for (const job of stores.jobs.all()) this.#schedule(job);
  }

  /** Ends a job that has not ended yet; one that has is left as it is. */
  async cancel(id: string): Promise<void> {
    const ended = await this.#end(id, { status: "canceled" });
    // Whoever cancels gets an answer whether or not the webhook's receiver gives one.
    if (ended !== null) this.#simulation.clock.after(0, () => this.#webhooks.tellCompleted(ended));
  }

  /** Resolves when the job has output or has ended, at the latest after `waitMs` of the clock's time. */
  async settled(id: string, waitMs: number): Promise<void> {
    const job = this.#simulation.stores.jobs.get(id);
    if (job === undefined || isTerminal(job.status) || job.files !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = this.#waiting.get(id) ?? new Set();
    this.#waiting.set(id, waiting.add(resolve));
    const timeout = this.#simulation.clock.sleep(waitMs);
    await Promise.race([promise, timeout.done]);
    timeout.cancel();
    waiting.delete(resolve);
    if (waiting.size === 0) this.#waiting.delete(id);
  }

  /** Removes a job and everything it made. */
  async remove(id: string): Promise<void> {
    await this.cancel(id);
    const job = this.#simulation.stores.jobs.get(id);
    for (const file of job?.files ?? []) await removeDelivery(this.#simulation, file.path);
    await this.#simulation.stores.jobs.remove(id);
  }

  /** Gives up the work in hand, for the end of the simulator; its jobs stay as they are stored. */
  close(): void {
    for (const abort of this.#aborts.values()) abort.abort();
    for (const waiting of this.#waiting.values()) for (const resolve of waiting) resolve();
  }

  #schedule(job: JobRecord): void {
    const { clock } = this.#simulation;
    const until = (time: number) => time - clock.now();
    if (isTerminal(job.status)) {
      if (job.completionMessage?.settled === false) clock.after(0, () => this.#webhooks.tellCompleted(job));
      if (job.kind === "prediction" && !job.dataRemoved && job.completedAt !== null) {
        clock.after(until(job.completedAt + dataKeptMs), () => this.#removeData(job.id));
      }
      return;
    }
    if (job.deadlineAt !== null) clock.after(until(job.deadlineAt), () => this.#expire(job.id));
    if (job.status === "processing") {
      if (this.#webhooks.wants(job, "logs")) clock.after(logTickMs, () => this.#tick(job.id));
      clock.after(0, () => (job.files === null ? this.#work(job.id) : this.#succeed(job.id)));
    } else if (!job.plan.faults.includes("stuck-in-starting")) {
      clock.after(until(job.createdAt + job.plan.startsAfterMs), () => this.#start(job.id));
    }
  }

  async #start(id: string): Promise<void> {
    const { clock, stores } = this.#simulation;
    if (stores.jobs.get(id)?.status !== "starting") return;
    const started = await stores.jobs.update(id, (job) =>
      job.status === "starting" ? { ...job, status: "processing", startedAt: clock.now() } : job,
    );
    if (started?.status !== "processing") return;
    await clock.beside(() => this.#webhooks.tell(started, "start"));
    if (this.#webhooks.wants(started, "logs")) clock.after(logTickMs, () => this.#tick(id));
    await this.#work(id);
  }

  async #work(id: string): Promise<void> {
    const { clock, settings, stores } = this.#simulation;
    const job = stores.jobs.get(id);
    if (job === undefined || job.status !== "processing" || job.startedAt === null) return;
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    const outcome = await this.#begin(job, abort.signal);
    this.#aborts.delete(id);
    if (abort.signal.aborted) return;
    const brokenBy = job.plan.faults.includes("failed") ? 0.5 : 1;
    const dueAt =
      !outcome.ok && outcome.soon
        ? clock.now() + atSpeed(failsSoonAfterMs, settings.speed)
        : job.startedAt + brokenBy * job.plan.runsForMs;
    clock.after(dueAt - clock.now(), () => this.#finish(id, outcome));
  }

  /** A fault of the simulator itself is told, and ends the job as the provider's own faults do. */
  async #begin(job: JobRecord, signal: AbortSignal): Promise<WorkOutcome> {
    try {
      return await this.#works[job.kind].begin(job, signal);
    } catch (fault) {
      this.#simulation.onProblem(fault);
      return { ok: false, soon: true, error: "An unknown error occurred. (E1000)", closingLogs: "" };
    }
  }

  async #finish(id: string, outcome: WorkOutcome): Promise<void> {
    const { clock, settings, stores } = this.#simulation;
    const job = stores.jobs.get(id);
    if (job?.status !== "processing") return;
    const logs = logsOf(job, clock.now()) + outcome.closingLogs;
    if (!outcome.ok) {
      await this.#endAndTell(id, { status: "failed", error: outcome.error, logs });
      return;
    }
    const files: { path: string }[] = [];
    for (const file of outcome.files) files.push(await storeDelivery(this.#simulation, job, file));
    const version =
      outcome.face === null ? null : await addTrainedVersion(this.#simulation, job, outcome.face);
    if (outcome.face !== null && version === null) {
      for (const file of files) await removeDelivery(this.#simulation, file.path);
      await this.#endAndTell(id, {
        status: "failed",
        error: "Failed to create trained image: the destination does not exist",
        logs,
      });
      return;
    }
    const ready = await stores.jobs.update(id, (current) =>
      current.status === "processing"
        ? {
            ...current,
            files,
            logs,
            trainedVersionId: version?.id ?? null,
            imageCount: countOf(current, files),
          }
        : current,
    );
    if (ready?.status !== "processing") {
      for (const file of files) await removeDelivery(this.#simulation, file.path);
      if (version !== null) await stores.versions.remove(version.id);
      return;
    }
    this.#wake(id);
    await clock.beside(() => this.#webhooks.tell(ready, "logs"));
    await clock.beside(() => this.#webhooks.tell(ready, "output"));
    // A training has no such gap: its version is there, so it has succeeded.
    if (ready.kind === "training") await this.#succeed(id);
    else clock.after(atSpeed(settlingMs, settings.speed), () => this.#succeed(id));
  }

  async #succeed(id: string): Promise<void> {
    await this.#endAndTell(id, { status: "succeeded" });
  }

  async #expire(id: string): Promise<void> {
    const job = this.#simulation.stores.jobs.get(id);
    await this.#endAndTell(id, { status: job?.status === "starting" ? "aborted" : "canceled" });
  }

  async #endAndTell(id: string, end: JobEnd): Promise<void> {
    const ended = await this.#end(id, end);
    if (ended !== null) await this.#simulation.clock.beside(() => this.#webhooks.tellCompleted(ended));
  }

  /** Null when the job had ended already, or is gone. */
  async #end(id: string, { status, error, logs }: JobEnd): Promise<JobRecord | null> {
    const { clock, identifiers, stores } = this.#simulation;
    const before = stores.jobs.get(id);
    if (before === undefined || isTerminal(before.status)) return null;
    this.#aborts.get(id)?.abort();
    const wantsMessage = this.#webhooks.wants(before, "completed");
    const ended = await stores.jobs.update(id, (job) => ({
      ...job,
      status,
      error: error ?? null,
      logs: logs ?? logsOf(job, clock.now()),
      completedAt: clock.now(),
      completionMessage: wantsMessage ? { id: identifiers.message(), attempts: 0, settled: false } : null,
    }));
    this.#wake(id);
    if (ended?.kind === "prediction") clock.after(dataKeptMs, () => this.#removeData(id));
    return ended ?? null;
  }

  async #removeData(id: string): Promise<void> {
    const { stores } = this.#simulation;
    for (const file of stores.jobs.get(id)?.files ?? []) await removeDelivery(this.#simulation, file.path);
    await stores.jobs.update(id, (job) => ({ ...job, input: {}, files: null, logs: "", dataRemoved: true }));
  }

  async #tick(id: string): Promise<void> {
    const job = this.#simulation.stores.jobs.get(id);
    if (job?.status !== "processing" || job.files !== null) return;
    await this.#simulation.clock.beside(() => this.#webhooks.tell(job, "logs"));
    this.#simulation.clock.after(logTickMs, () => this.#tick(id));
  }

  #wake(id: string): void {
    for (const resolve of this.#waiting.get(id) ?? []) resolve();
  }
}

function countOf(job: JobRecord, files: readonly unknown[]): number | null {
  return job.kind === "prediction" ? files.length : job.imageCount;
}
