import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { StudioWatch } from "../operator/studio-watch.ts";
import type { Metrics } from "./metrics.ts";

/** Metrics in the form that Prometheus reads. */
export interface PrometheusMetrics extends Metrics {
  /**
   * Everything counted so far, and what the database counts now.
   *
   * @param studio whose database is asked; the counts of all processes are the same there
   */
  readonly render: (studio: WatchedStudio) => Promise<string>;
}

/** What is asked when the metrics are read. */
export interface WatchedStudio {
  readonly watch: Pick<StudioWatch, "gauges" | "queueDepths">;
  readonly jobs: { readonly setAside: () => Promise<readonly unknown[]> };
}

/** 5 ms to 2 minutes: a look-up at the provider, an upload, a copy that was tried again. */
const secondsBuckets = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** Counts for one process, in a registry of its own. */
export const prometheusMetrics = (): PrometheusMetrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const generations = new Counter({
    name: "selfsame_generations_ended_total",
    help: "Generations that have ended, by their end",
    labelNames: ["status"],
    registers,
  });
  const trainings = new Counter({
    name: "selfsame_trainings_ended_total",
    help: "Trainings that have ended, by their end",
    labelNames: ["status"],
    registers,
  });
  const stored = new Histogram({
    name: "selfsame_finished_to_stored_seconds",
    help: "From when the provider had finished the pictures to when the studio had them",
    buckets: secondsBuckets,
    registers,
  });
  const provider = new Histogram({
    name: "selfsame_provider_call_seconds",
    help: "Calls of the provider with their retries, by what they were for and how they ended",
    labelNames: ["call", "outcome"],
    buckets: secondsBuckets,
    registers,
  });
  const webhooks = new Counter({
    name: "selfsame_webhooks_total",
    help: "Webhooks that came, by whether they were really the provider's",
    labelNames: ["check"],
    registers,
  });
  const lag = new Histogram({
    name: "selfsame_event_lag_seconds",
    help: "From when something changed to when a page that listens was told",
    buckets: secondsBuckets,
    registers,
  });
  const held = new Gauge({
    name: "selfsame_credits_held",
    help: "Credits held for work under way",
    registers,
  });
  const open = new Gauge({
    name: "selfsame_open_work",
    help: "Generations and trainings that have not ended, by their state",
    labelNames: ["kind", "status"],
    registers,
  });
  const depth = new Gauge({
    name: "selfsame_queue_jobs",
    help: "Jobs that wait or are worked on, by kind and state",
    labelNames: ["job", "state"],
    registers,
  });
  const deadLetters = new Gauge({
    name: "selfsame_dead_letters",
    help: "Jobs that were set aside after their last try and wait for a person",
    registers,
  });
  return {
    generationEnded: (status) => generations.inc({ status }),
    trainingEnded: (status) => trainings.inc({ status }),
    storedAfter: (seconds) => stored.observe(seconds),
    providerAnswered: (call, outcome, seconds) => provider.observe({ call, outcome }, seconds),
    webhookCame: (check) => webhooks.inc({ check }),
    eventTold: (lagSeconds) => lag.observe(lagSeconds),
    render: async ({ watch, jobs }) => {
      for (const gauge of [open, depth]) gauge.reset();
      for (const { name, label, value } of await watch.gauges()) {
        if (name === "credits_held") held.set(value);
        else
          open.set({ kind: name === "open_generations" ? "generation" : "training", status: label }, value);
      }
      for (const { job, state, count } of await watch.queueDepths()) {
        if (job !== "dead-letters") depth.set({ job, state }, count);
      }
      deadLetters.set((await jobs.setAside()).length);
      return registry.metrics();
    },
  };
};
