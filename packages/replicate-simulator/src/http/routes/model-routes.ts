import { type Context, Hono } from "hono";
import { createModel } from "../../models/create-model.ts";
import { deleteModel } from "../../models/delete-model.ts";
import { findModel } from "../../models/find-model.ts";
import { listModels } from "../../models/list-models.ts";
import { presentModel } from "../../models/present-model.ts";
import { searchModels } from "../../models/search-models.ts";
import { updateModel } from "../../models/update-model.ts";
import type { Simulation } from "../../simulation.ts";
import { checkModelBody, checkModelChange } from "../../validation/body-schemas.ts";
import type { ApiEnvironment } from "../api-environment.ts";
import { page } from "../page.ts";
import { notFound } from "../../problems/problems.ts";
import { readBody } from "../read-body.ts";

/** `/models` and `/models/{owner}/{name}`. */
export function modelRoutes(simulation: Simulation) {
  const modelOf = (c: Context<ApiEnvironment>) =>
    findModel(simulation, c.var.account.username, c.req.param("owner") ?? "", c.req.param("name") ?? "");
  return new Hono<ApiEnvironment>()
    .get("/models", (c) => {
      const models = listModels(simulation, c.req.query("sort_by"), c.req.query("sort_direction"));
      return c.json(page(models, c.req.url, simulation.origin(), (model) => presentModel(simulation, model)));
    })
    .on("QUERY", "/models", async (c) => {
      const results = searchModels(simulation, await c.req.text()).map((found) =>
        presentModel(simulation, found.model),
      );
      return c.json({ next: null, previous: null, results });
    })
    .post("/models", async (c) => {
      const model = await createModel(simulation, c.var.account, await readBody(c, checkModelBody));
      return c.json(presentModel(simulation, model), 201);
    })
    .get("/models/:owner/:name", (c) => c.json(presentModel(simulation, modelOf(c))))
    .patch("/models/:owner/:name", async (c) => {
      const change = await readBody(c, checkModelChange);
      const model = await updateModel(simulation, c.var.account, modelOf(c), change);
      return c.json(presentModel(simulation, model));
    })
    .delete("/models/:owner/:name", async (c) => {
      await deleteModel(simulation, c.var.account, modelOf(c));
      return c.body(null, 204);
    })
    .get("/models/:owner/:name/readme", (c) => {
      const { readme } = modelOf(c);
      if (readme === null) throw notFound("README not found");
      return c.text(readme);
    })
    .get("/models/:owner/:name/examples", (c) => {
      modelOf(c);
      return c.json({ next: null, previous: null, results: [] });
    });
}
