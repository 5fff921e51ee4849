import { Hono } from "hono";
import { collections } from "../../models/collections.ts";
import { hardware } from "../../models/hardware.ts";
import { presentModel } from "../../models/present-model.ts";
import { searchModels } from "../../models/search-models.ts";
import { notFound, problem } from "../../problems/problems.ts";
import type { Simulation } from "../../simulation.ts";
import type { ApiEnvironment } from "../api-environment.ts";

const defaultResults = 20;
const mostResults = 50;

/** `/hardware`, `/collections` and `/search`. */
export function catalogueRoutes(simulation: Simulation) {
  return new Hono<ApiEnvironment>()
    .get("/hardware", (c) => c.json(hardware))
    .get("/collections", (c) => {
      const results = collections.map(({ slug, name, description }) => ({ slug, name, description }));
      return c.json({ next: null, previous: null, results });
    })
    .get("/collections/:slug", (c) => {
      const found = collections.find(({ slug }) => slug === c.req.param("slug"));
      if (found === undefined) throw notFound("The requested resource could not be found.");
      const models = found.models.flatMap((id) => {
        const model = simulation.stores.models.get(id);
        return model === undefined ? [] : [presentModel(simulation, model)];
      });
      return c.json({ ...found, full_description: null, models });
    })
    .get("/search", (c) => {
      const query = c.req.query("query");
      if (query === undefined || query === "") {
        throw problem(400, "Bad request", 'Query parameter "query" is required');
      }
      const limit = Number(c.req.query("limit") ?? defaultResults);
      if (!Number.isInteger(limit) || limit < 1 || limit > mostResults) {
        throw problem(400, "Bad request", `Query parameter "limit" must be between 1 and ${mostResults}`);
      }
      const models = searchModels(simulation, query)
        .slice(0, limit)
        .map(({ model, score }) => ({
          model: presentModel(simulation, model),
          metadata: { generated_description: null, tags: [], score },
        }));
      const wanted = query.toLowerCase();
      const found = collections
        .filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(wanted))
        .map(({ slug, name, description, models: names }) => ({ slug, name, description, models: names }));
      return c.json({ query, models, collections: found, pages: [] });
    });
}
