import type { JobRecord, WebhookEvent } from "../jobs/job-record.ts";
import { presentJob } from "../jobs/present-job.ts";
import type { Simulation } from "../simulation.ts";
import { WebhookPost } from "./webhook-post.ts";
import { signMessage } from "./sign-message.ts";

/** `output` and `logs` come at most this often for one job. */
const throttleMs = 500;

/** When a terminal message is tried again after a failure; the last try is about a minute after the first. */
const retryDelaysMs = [1000, 2000, 4000, 8000, 16_000, 32_000];

/** Signs what is to be signed wrongly. */
const wrongSecret = "whsec_bm90LXRoZS1zZWNyZXQ=";

const defaultEvents: readonly WebhookEvent[] = ["output", "completed"];

interface Message {
  id: string;
  address: string;
  account: string;
  body: string;
  event: WebhookEvent;
  job: JobRecord["kind"];
}

/** Sends signed webhooks: messages of one job in order, each once, the terminal one again until it is taken. */
export class WebhookSender {
  readonly #simulation: Simulation;
  readonly #lastThrottledAt = new Map<string, number>();
  readonly #queues = new Map<string, Promise<void>>();
  readonly #heldBack = new Map<string, Message>();
  readonly #sender = new WebhookPost();
  #closed = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** True when this job's webhook asks for the event. */
  wants(job: JobRecord, event: WebhookEvent): boolean {
    return job.webhook !== null && (job.webhookEvents ?? defaultEvents).includes(event);
  }

  /** Tells the job as it is now; resolves when the receiver has answered or was given up. */
  async tell(job: JobRecord, event: "start" | "output" | "logs"): Promise<void> {
    if (job.webhook === null || !this.wants(job, event) || this.#isThrottled(job, event)) return;
    const message = this.#message(job, job.webhook, event, this.#simulation.identifiers.message());
    await this.#inOrder(job.id, async () => {
      await this.#deliver(message, job.id);
    });
  }

  /** Tells a job's end, and tries again on failure; also used after a restart. */
  async tellCompleted(job: JobRecord): Promise<void> {
    this.#lastThrottledAt.delete(job.id);
    const { completionMessage, webhook } = job;
    if (completionMessage === null || completionMessage.settled || webhook === null) return;
    const message = this.#message(job, webhook, "completed", completionMessage.id);
    await this.#inOrder(job.id, async () => {
      await this.#attemptCompleted(job.id, message, completionMessage.attempts);
    });
  }

  /** Gives up what is on its way. */
  close(): void {
    this.#closed = true;
    this.#sender.close();
  }

  async #attemptCompleted(jobId: string, message: Message, attempts: number): Promise<void> {
    const taken = await this.#deliver(message, jobId);
    const made = attempts + 1;
    const retryMs = retryDelaysMs[attempts];
    const settled = taken || retryMs === undefined;
    await this.#simulation.stores.jobs.update(jobId, (job) => ({
      ...job,
      completionMessage: { id: message.id, attempts: made, settled },
    }));
    if (settled || this.#closed) return;
    this.#simulation.clock.after(retryMs, () => this.#attemptCompleted(jobId, message, made));
  }

  /** Sends with the faults that apply; false when the receiver did not take it. */
  async #deliver(message: Message, jobId: string): Promise<boolean> {
    const faults = this.#simulation.faults.takeForWebhook(message);
    const kinds = new Set(faults.map((fault) => fault.kind));
    if (kinds.has("webhook-lost")) return true;
    if (kinds.has("webhook-reordered") && message.event !== "completed" && !this.#heldBack.has(jobId)) {
      this.#heldBack.set(jobId, message);
      return true;
    }
    const late = faults.find((fault) => fault.kind === "webhook-late");
    if (late !== undefined) {
      this.#simulation.clock.after(late.delayMs, async () => {
        await this.#post(message, kinds.has("webhook-wrongly-signed"));
      });
      return true;
    }
    const taken = await this.#post(message, kinds.has("webhook-wrongly-signed"));
    if (kinds.has("webhook-repeated")) await this.#post(message, false);
    await this.#releaseHeldBack(jobId);
    return taken;
  }

  async #releaseHeldBack(jobId: string): Promise<void> {
    const message = this.#heldBack.get(jobId);
    if (message === undefined) return;
    this.#heldBack.delete(jobId);
    await this.#post(message, false);
  }

  #post(message: Message, wronglySigned: boolean): Promise<boolean> {
    const { clock, stores } = this.#simulation;
    const known = stores.accounts.get(message.account)?.webhookSecret;
    const secret = wronglySigned || known === undefined ? wrongSecret : known;
    const headers = () => {
      const timestampSeconds = Math.floor(clock.signingTime() / 1000);
      return {
        "webhook-id": message.id,
        "webhook-timestamp": String(timestampSeconds),
        "webhook-signature": signMessage(secret, message.id, timestampSeconds, message.body),
      };
    };
    return this.#sender.send(message.address, headers, message.body);
  }

  #message(job: JobRecord, address: string, event: WebhookEvent, id: string): Message {
    const body = JSON.stringify(presentJob(this.#simulation, job));
    return { id, address, account: job.account, body, event, job: job.kind };
  }

  #isThrottled(job: JobRecord, event: WebhookEvent): boolean {
    if (event === "start") return false;
    const now = this.#simulation.clock.now();
    const last = this.#lastThrottledAt.get(job.id);
    if (last !== undefined && now - last < throttleMs) return true;
    this.#lastThrottledAt.set(job.id, now);
    return false;
  }

  async #inOrder(jobId: string, send: () => Promise<void>): Promise<void> {
    const sent = (this.#queues.get(jobId) ?? Promise.resolve()).then(send);
    const settled = sent.catch((error: unknown) => this.#simulation.onProblem(error));
    this.#queues.set(jobId, settled);
    await settled;
    if (this.#queues.get(jobId) === settled) this.#queues.delete(jobId);
  }
}
