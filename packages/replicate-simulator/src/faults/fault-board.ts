import type { SeededRandom } from "../random/seeded-random.ts";
import {
  type Fault,
  type FaultRequest,
  faultSchema,
  type JobFault,
  type RequestFault,
  type WebhookFault,
} from "./fault.ts";

/** A rule on the board, with how often it has happened. */
export interface FaultRule {
  readonly id: number;
  readonly fault: Fault;
  readonly happened: number;
}

/** The account's credit, as far as it changes what is allowed. */
export type Credit = "plenty" | "low" | "none";

interface Rule {
  id: number;
  fault: Fault;
  matched: number;
  happened: number;
}

/**
 * What is to go wrong, and when. Rules are asked in the order in which they were added.
 *
 * @example
 * simulator.faults.add({ kind: "dropped-after", method: "POST", path: "/predictions", times: 1 });
 */
export class FaultBoard {
  readonly #random: SeededRandom;
  #rules: Rule[] = [];
  #added = 0;
  #credit: Credit = "plenty";

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  /**
   * Adds a rule and returns its id.
   *
   * @throws {TypeError} naming what is wrong with the fault.
   */
  add(request: FaultRequest): number {
    const parsed = faultSchema.safeParse(request);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(
        (issue) => `${issue.path.join(".") || "fault"}: ${issue.message}`,
      );
      throw new TypeError(`This is not a fault of the simulator. ${issues.join("; ")}.`);
    }
    this.#added += 1;
    this.#rules.push({ id: this.#added, fault: parsed.data, matched: 0, happened: 0 });
    return this.#added;
  }

  /** Removes a rule; false when there is none with this id. */
  remove(id: number): boolean {
    const before = this.#rules.length;
    this.#rules = this.#rules.filter((rule) => rule.id !== id);
    return this.#rules.length < before;
  }

  /** Removes every rule and restores the credit. */
  clear(): void {
    this.#rules = [];
    this.#credit = "plenty";
  }

  list(): FaultRule[] {
    return this.#rules.map(({ id, fault, happened }) => ({ id, fault, happened }));
  }

  get credit(): Credit {
    return this.#credit;
  }

  /** `low` slows the making of predictions down to 6 a minute; `none` refuses them with 402. */
  setCredit(credit: Credit): void {
    this.#credit = credit;
  }

  /** What goes wrong with this request: one thing, and slowness beside it; `path` is below `/v1`. */
  takeForRequest(request: { method: string; path: string; creates: boolean }): RequestFault[] {
    const matches = (fault: Fault): fault is RequestFault => {
      if (!isRequestFault(fault)) return false;
      if (fault.kind === "insufficient-credit" && !request.creates) return false;
      if (fault.method !== undefined && fault.method !== request.method) return false;
      return fault.path === undefined || matchesPath(fault.path, request.path);
    };
    return this.#take(matches, (fault) => fault.kind !== "slow-answer");
  }

  /** What goes wrong with this prediction or training, decided when it is accepted. */
  takeForJob(job: { kind: "prediction" | "training"; prompt: string }): JobFault[] {
    return this.#take((fault): fault is JobFault => {
      if (isRequestFault(fault) || isWebhookFault(fault)) return false;
      if (fault.job !== undefined && fault.job !== job.kind) return false;
      return fault.promptIncludes === undefined || job.prompt.includes(fault.promptIncludes);
    });
  }

  /** What goes wrong with this attempt to deliver a webhook. */
  takeForWebhook(message: { job: "prediction" | "training"; event: string }): WebhookFault[] {
    return this.#take((fault): fault is WebhookFault => {
      if (!isWebhookFault(fault)) return false;
      if (fault.job !== undefined && fault.job !== message.job) return false;
      return fault.event === undefined || fault.event === message.event;
    });
  }

  /** Of the faults that are `alone`, only the first happens; a rule whose turn does not come is not used up. */
  #take<Kind extends Fault>(
    matches: (fault: Fault) => fault is Kind,
    alone: (fault: Fault) => boolean = () => false,
  ): Kind[] {
    const taken: Kind[] = [];
    for (const rule of this.#rules) {
      const { fault } = rule;
      if (alone(fault) && taken.some(alone)) continue;
      if (!matches(fault) || (fault.times !== undefined && rule.happened >= fault.times)) continue;
      rule.matched += 1;
      if (rule.matched <= (fault.skip ?? 0)) continue;
      if (fault.probability !== undefined && this.#random.unit() >= fault.probability) continue;
      rule.happened += 1;
      taken.push(fault);
    }
    return taken;
  }
}

const requestKinds: ReadonlySet<string> = new Set([
  "insufficient-credit",
  "throttled",
  "server-error",
  "server-error-html",
  "dropped-before",
  "dropped-after",
  "slow-answer",
]);

function isRequestFault(fault: Fault): fault is RequestFault {
  return requestKinds.has(fault.kind);
}

function isWebhookFault(fault: Fault): fault is WebhookFault {
  return fault.kind.startsWith("webhook-");
}

function matchesPath(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return (
    wanted.length === given.length && wanted.every((part, index) => part === "*" || part === given[index])
  );
}
