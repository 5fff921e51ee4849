import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { recordGenerationReport } from "../generations/record-generation-report.ts";
import { withLogContext } from "../log/log-context.ts";
import { recordTrainingReport } from "../models/record-training-report.ts";
import { readGenerationReport } from "../replicate/read-generation-report.ts";
import { readTrainingReport } from "../replicate/read-training-report.ts";
import { webhookHeadersOf } from "../standard-webhooks/webhook-headers-of.ts";
import type { Studio } from "../studio/studio.ts";

const maximumBytes = 2_000_000;
const addressed = z.object({ kind: z.enum(["training", "generation"]), id: z.uuid() });

/** Where the provider tells of trainings and generations: verified on the raw body, then recorded by its owner. */
export const webhookRoutes = (studio: Studio): Hono => {
  const routes = new Hono();
  routes.post("/replicate", bodyLimit({ maxSize: maximumBytes }), async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const check = await studio.verifyWebhook(webhookHeadersOf(context.req.raw.headers), body);
    studio.metrics.webhookCame(check.verified ? "verified" : "refused");
    if (!check.verified) {
      studio.log.warn({ reason: check.reason }, "a webhook was not verified");
      return context.body(null, check.reason === "secret-unavailable" ? 503 : 401);
    }
    const address = addressed.safeParse(context.req.query());
    const received: unknown = readJson(body);
    if (!address.success || received === undefined) return context.body(null, 400);
    const { kind, id } = address.data;
    const recorded = await withLogContext({ [`${kind}Id`]: id }, () =>
      record(studio, address.data, received),
    );
    return context.body(null, recorded ? 204 : 422);
  });
  return routes;
};

const readJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
};

/** False when the body is no report; an unknown id is fine: its owner may have been deleted since. */
const record = async (
  studio: Studio,
  { kind, id }: z.infer<typeof addressed>,
  received: unknown,
): Promise<boolean> => {
  if (kind === "training") {
    const report = readTrainingReport(received);
    if (report === null) return false;
    const owner = await studio.owners.ownerOfTraining(id);
    if (owner !== undefined) await recordTrainingReport(studio, owner, id, report);
    return true;
  }
  const report = readGenerationReport(received);
  if (report === null) return false;
  const owner = await studio.owners.ownerOfGeneration(id);
  if (owner !== undefined) await recordGenerationReport(studio, owner, id, report);
  return true;
};
