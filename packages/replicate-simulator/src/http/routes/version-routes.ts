import { type Context, Hono } from "hono";
import type { JobRunner } from "../../jobs/job-runner.ts";
import { deleteVersion } from "../../models/delete-version.ts";
import { findModel, findVersion } from "../../models/find-model.ts";
import { versionsOf } from "../../models/latest-version-of.ts";
import { presentVersion } from "../../models/present-model.ts";
import type { Simulation } from "../../simulation.ts";
import type { ApiEnvironment } from "../api-environment.ts";
import { page } from "../page.ts";

/** `/models/{owner}/{name}/versions`. */
export function versionRoutes(simulation: Simulation, runner: JobRunner) {
  const modelOf = (c: Context<ApiEnvironment>) =>
    findModel(simulation, c.var.account.username, c.req.param("owner") ?? "", c.req.param("name") ?? "");
  return new Hono<ApiEnvironment>()
    .get("/models/:owner/:name/versions", (c) => {
      const versions = versionsOf(simulation, modelOf(c).id);
      return c.json(page(versions, c.req.url, simulation.origin(), presentVersion));
    })
    .get("/models/:owner/:name/versions/:version", (c) =>
      c.json(presentVersion(findVersion(simulation, modelOf(c), c.req.param("version")))),
    )
    .delete("/models/:owner/:name/versions/:version", async (c) => {
      const model = modelOf(c);
      const version = findVersion(simulation, model, c.req.param("version"));
      await deleteVersion(simulation, runner, c.var.account, { model, version });
      return c.body(null, 202);
    });
}
