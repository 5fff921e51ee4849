import { logsOf } from "./logs-of.ts";
import { isTerminal, type JobRecord } from "./job-record.ts";
import type { Simulation } from "../simulation.ts";

type Presented = Record<string, unknown>;

/** A prediction or training as the API and its webhooks show it. */
export function presentJob(simulation: Simulation, job: JobRecord): Presented {
  return job.kind === "prediction" ? presentPrediction(simulation, job) : presentTraining(simulation, job);
}

function presentPrediction(simulation: Simulation, job: JobRecord): Presented {
  return {
    ...presentShared(simulation, job),
    version: job.versionHidden ? "hidden" : job.versionId,
    output: job.files?.map((file) => deliveryUrl(simulation, file.path)) ?? null,
    data_removed: job.dataRemoved,
    ...(job.deployment === null ? {} : { deployment: job.deployment }),
    urls: urlsOf(simulation, job, "predictions"),
  };
}

function presentTraining(simulation: Simulation, job: JobRecord): Presented {
  const weights = job.files?.[0];
  return {
    ...presentShared(simulation, job),
    version: job.versionId,
    output:
      weights === undefined || job.trainedVersionId === null || job.destination === null
        ? null
        : {
            version: `${job.destination}:${job.trainedVersionId}`,
            weights: deliveryUrl(simulation, weights.path),
          },
    urls: urlsOf(simulation, job, "trainings"),
  };
}

function presentShared(simulation: Simulation, job: JobRecord): Presented {
  return {
    id: job.id,
    model: job.model,
    input: job.input,
    logs: logsOf(job, simulation.clock.now()),
    error: job.error,
    status: job.status,
    source: "api",
    created_at: new Date(job.createdAt).toISOString(),
    started_at: isoOrNull(job.startedAt),
    completed_at: isoOrNull(job.completedAt),
    ...(job.deadlineAt === null ? {} : { deadline: new Date(job.deadlineAt).toISOString() }),
    ...(isTerminal(job.status) ? { metrics: metricsOf(job) } : {}),
    ...(job.webhook === null ? {} : { webhook: job.webhook }),
    ...(job.webhookEvents === null ? {} : { webhook_events_filter: job.webhookEvents }),
  };
}

function metricsOf(job: JobRecord): Presented {
  if (job.completedAt === null) return {};
  const images = job.kind === "prediction" && job.versionHidden ? job.imageCount : null;
  return {
    ...(images === null ? {} : { image_count: images }),
    ...(job.startedAt === null ? {} : { predict_time: (job.completedAt - job.startedAt) / 1000 }),
    total_time: (job.completedAt - job.createdAt) / 1000,
  };
}

function urlsOf(simulation: Simulation, job: JobRecord, collection: string): Presented {
  const get = `${simulation.origin()}/v1/${collection}/${job.id}`;
  return { cancel: `${get}/cancel`, get, web: `${simulation.origin()}/p/${job.id}` };
}

function deliveryUrl(simulation: Simulation, path: string): string {
  return `${simulation.origin()}/delivery/${path}`;
}

function isoOrNull(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
