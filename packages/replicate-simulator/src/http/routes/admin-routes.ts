import { Hono } from "hono";
import { z } from "zod";
import { faultSchema } from "../../faults/fault.ts";
import { notFound, problem } from "../../problems/problems.ts";
import type { Simulation } from "../../simulation.ts";
import type { ApiEnvironment } from "../api-environment.ts";

const creditSchema = z.strictObject({ credit: z.enum(["plenty", "low", "none"]) });
const advanceSchema = z.strictObject({ milliseconds: z.number().int().positive() });

/** `/_simulator`: what the library's `faults` and `clock` do, over HTTP; only where the settings allow it. */
export function adminRoutes(simulation: Simulation) {
  const { clock, faults } = simulation;
  return new Hono<ApiEnvironment>()
    .get("/faults", (c) => c.json({ credit: faults.credit, rules: faults.list() }))
    .post("/faults", async (c) => {
      const fault = parse(faultSchema, await c.req.text());
      return c.json({ id: faults.add(fault) }, 201);
    })
    .delete("/faults", (c) => {
      faults.clear();
      return c.body(null, 204);
    })
    .delete("/faults/:id", (c) => {
      if (!faults.remove(Number(c.req.param("id")))) throw notFound("There is no fault with this id");
      return c.body(null, 204);
    })
    .put("/credit", async (c) => {
      const { credit } = parse(creditSchema, await c.req.text());
      faults.setCredit(credit);
      return c.json({ credit });
    })
    .get("/clock", (c) => c.json({ now: new Date(clock.now()).toISOString() }))
    .post("/clock/advance", async (c) => {
      await clock.advance(parse(advanceSchema, await c.req.text()).milliseconds);
      return c.json({ now: new Date(clock.now()).toISOString() });
    });
}

function parse<Shape>(schema: z.ZodType<Shape>, text: string): Shape {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw problem(400, "Bad request", "The request body is not valid JSON");
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  throw problem(422, "Input validation failed", issues.join("; "));
}
