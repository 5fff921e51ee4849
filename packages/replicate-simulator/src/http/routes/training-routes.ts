import { type Context, Hono } from "hono";
import type { JobRecord } from "../../jobs/job-record.ts";
import type { JobRunner } from "../../jobs/job-runner.ts";
import { presentJob } from "../../jobs/present-job.ts";
import { findModel, findVersion } from "../../models/find-model.ts";
import { notFound } from "../../problems/problems.ts";
import type { Simulation } from "../../simulation.ts";
import { createTraining } from "../../trainings/create-training.ts";
import { checkTrainingBody } from "../../validation/body-schemas.ts";
import type { ApiEnvironment } from "../api-environment.ts";
import { page } from "../page.ts";
import { readBody } from "../read-body.ts";

/** `/trainings`, and their creation on a trainer's version. */
export function trainingRoutes(simulation: Simulation, runner: JobRunner) {
  const trainingOf = (c: Context<ApiEnvironment>): JobRecord => {
    const job = simulation.stores.jobs.get(c.req.param("id") ?? "");
    if (job?.kind !== "training" || job.account !== c.var.account.username)
      throw notFound("Training not found");
    return job;
  };
  return new Hono<ApiEnvironment>()
    .post("/models/:owner/:name/versions/:version/trainings", async (c) => {
      const { owner, name, version: versionId } = c.req.param();
      const body = await readBody(c, checkTrainingBody);
      const { account } = c.var;
      const version = findVersion(
        simulation,
        findModel(simulation, account.username, owner, name),
        versionId,
      );
      const training = await createTraining(simulation, runner, { account, version, body });
      const location = { location: `${simulation.origin()}/v1/trainings/${training.id}` };
      return c.json(presentJob(simulation, training), 201, location);
    })
    .get("/trainings", (c) => {
      const trainings = simulation.stores.jobs
        .all()
        .filter((job) => job.kind === "training" && job.account === c.var.account.username)
        .toReversed();
      return c.json(page(trainings, c.req.url, simulation.origin(), (job) => presentJob(simulation, job)));
    })
    .get("/trainings/:id", (c) => c.json(presentJob(simulation, trainingOf(c))))
    .post("/trainings/:id/cancel", async (c) => {
      await runner.cancel(trainingOf(c).id);
      return c.json(presentJob(simulation, trainingOf(c)));
    });
}
