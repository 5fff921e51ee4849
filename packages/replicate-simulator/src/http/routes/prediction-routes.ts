import { type Context, Hono } from "hono";
import { findDeploymentTarget } from "../../deployments/find-deployment-target.ts";
import type { JobRecord } from "../../jobs/job-record.ts";
import type { JobRunner } from "../../jobs/job-runner.ts";
import { isTerminal } from "../../jobs/job-record.ts";
import { presentJob } from "../../jobs/present-job.ts";
import { createPrediction, type PredictionTarget } from "../../predictions/create-prediction.ts";
import { findOfficialTarget, findTarget } from "../../predictions/find-target.ts";
import { listPredictions } from "../../predictions/list-predictions.ts";
import { parseCancelAfter } from "../../predictions/parse-cancel-after.ts";
import { parsePrefer } from "../../predictions/parse-prefer.ts";
import { invalidInput, notFound } from "../../problems/problems.ts";
import type { Simulation } from "../../simulation.ts";
import { checkPredictionBody, checkVersionPredictionBody } from "../../validation/body-schemas.ts";
import { type JsonBody, textOf } from "../../validation/json-body.ts";
import type { ApiEnvironment } from "../api-environment.ts";
import { page } from "../page.ts";
import { readBody } from "../read-body.ts";

/** `/predictions`, and predictions on an official model or a deployment. */
export function predictionRoutes(simulation: Simulation, runner: JobRunner) {
  // A training answers here as well: the documented create example gives it addresses below /predictions.
  const predictionOf = (c: Context<ApiEnvironment>): JobRecord => {
    const job = simulation.stores.jobs.get(c.req.param("id") ?? "");
    if (job?.account !== c.var.account.username) throw notFound("Prediction not found");
    return job;
  };
  const present = (job: JobRecord) => ({ ...presentJob(simulation, job), data_removed: job.dataRemoved });
  const create = async (c: Context<ApiEnvironment>, target: PredictionTarget, body: JsonBody) => {
    const lifetimeMs = readLifetime(c.req.header("cancel-after"));
    const waitMs = parsePrefer(c.req.header("prefer"));
    const created = await createPrediction(simulation, runner, {
      account: c.var.account,
      target,
      body,
      lifetimeMs,
    });
    if (waitMs !== null) await runner.settled(created.id, waitMs);
    const job = simulation.stores.jobs.get(created.id) ?? created;
    const location = { location: `${simulation.origin()}/v1/predictions/${job.id}` };
    const incomplete = waitMs !== null && !isTerminal(job.status) && job.files === null;
    return c.json(presentJob(simulation, job), incomplete ? 202 : 201, location);
  };
  return new Hono<ApiEnvironment>()
    .get("/predictions", (c) => {
      const predictions = listPredictions(simulation, c.var.account.username, c.req.query());
      return c.json(page(predictions, c.req.url, simulation.origin(), (job) => presentJob(simulation, job)));
    })
    .post("/predictions", async (c) => {
      const body = await readBody(c, checkVersionPredictionBody);
      const reference = textOf(body, "version") ?? "";
      return create(c, findTarget(simulation, c.var.account.username, reference), body);
    })
    .post("/models/:owner/:name/predictions", async (c) => {
      const body = await readBody(c, checkPredictionBody);
      const { owner, name } = c.req.param();
      return create(c, findOfficialTarget(simulation, owner, name), body);
    })
    .post("/deployments/:owner/:name/predictions", async (c) => {
      const body = await readBody(c, checkPredictionBody);
      const { owner, name } = c.req.param();
      return create(c, await findDeploymentTarget(simulation, c.var.account.username, owner, name), body);
    })
    .get("/predictions/:id", (c) => c.json(present(predictionOf(c))))
    .post("/predictions/:id/cancel", async (c) => {
      const { id } = predictionOf(c);
      await runner.cancel(id);
      return c.json(present(predictionOf(c)));
    });
}

function readLifetime(header: string | undefined): number | null {
  if (header === undefined) return null;
  const lifetimeMs = parseCancelAfter(header);
  if (lifetimeMs !== null) return lifetimeMs;
  throw invalidInput([
    {
      type: "invalid",
      field: "Cancel-After",
      description: "Must be a duration such as 30s, 5m or 1h30m45s, and at least 5 seconds",
    },
  ]);
}
