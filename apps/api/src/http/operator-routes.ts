import { createHash, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Secrets } from "../auth/secrets.ts";
import { grantCredits } from "../credits/grant-credits.ts";
import { operatorToken } from "../operator/operator-token.ts";
import { pauseStudio } from "../credits/pause-studio.ts";
import { reportSpending } from "../credits/report-spending.ts";
import { resumeStudio } from "../credits/resume-studio.ts";
import { spendingReportLines } from "../credits/spending-report-lines.ts";
import { isDomainError } from "../errors/domain-error.ts";
import { listDeadLetters } from "../jobs/list-dead-letters.ts";
import { putBackDeadLetters } from "../jobs/put-back-dead-letters.ts";
import { auditIsolation } from "../isolation/audit-isolation.ts";
import { describeProblem, describeProof, describeReport } from "../isolation/describe-audit.ts";
import { rotateKeys } from "../isolation/rotate-keys.ts";
import type { Studio } from "../studio/studio.ts";

const maximumBytes = 20_000;
const words = z.string().trim().min(1).max(500);
const grantOrder = z.strictObject({
  email: z.email(),
  credits: z.int().min(1).max(1_000_000),
  reason: words,
  key: z.uuid(),
});
const pauseOrder = z.strictObject({ reason: words });
const putBackOrder = z.strictObject({ ids: z.array(z.uuid()).min(1).max(1_000) });
const auditOrder = z.strictObject({ bytes: z.boolean() });
const period = z.strictObject({ from: z.iso.datetime(), until: z.iso.datetime() });

/** What an operator can order, each order signed by one of the studio's own secrets; a browser never has it. */
export const operatorRoutes = (studio: Studio, secrets: Secrets): Hono => {
  const routes = new Hono();
  const wanted = secrets.map((secret) => digest(`Bearer ${operatorToken(secret)}`));
  routes.use(async (context, next) => {
    const given = digest(context.req.header("authorization") ?? "");
    if (!wanted.some((one) => timingSafeEqual(given, one)))
      return context.json({ message: "This is for operators." }, 401);
    return next();
  });
  routes.use(bodyLimit({ maxSize: maximumBytes }));
  routes.post("/grants", async (context) => {
    const order = grantOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    try {
      return context.json(await grantCredits(studio, order.data));
    } catch (error) {
      if (!isDomainError(error) || error.code !== "not_found") throw error;
      return context.json({ message: "Nobody signs in with that address." }, 404);
    }
  });
  routes.post("/pause", async (context) => {
    const order = pauseOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    await pauseStudio(studio, order.data.reason);
    return context.json({ paused: true });
  });
  routes.post("/resume", async (context) => {
    await resumeStudio(studio);
    return context.json({ paused: false });
  });
  routes.get("/set-aside", async (context) => context.json({ setAside: await listDeadLetters(studio) }));
  routes.post("/put-back", async (context) => {
    const order = putBackOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    return context.json({ found: await putBackDeadLetters(studio, order.data.ids) });
  });
  routes.get("/spending", async (context) => {
    const asked = period.safeParse(context.req.query());
    if (!asked.success) return context.json({ message: z.prettifyError(asked.error) }, 400);
    const { from, until } = asked.data;
    const report = await reportSpending(studio, { from: new Date(from), until: new Date(until) });
    return context.json({ report, lines: spendingReportLines(report) });
  });
  routes.post("/rotate-keys", async (context) =>
    context.json({ subjects: await rotateKeys(studio), keyId: studio.keyring.newestKeyId }),
  );
  routes.post("/audit-isolation", async (context) => {
    const order = auditOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    const lines: string[] = [];
    const report = await auditIsolation(
      studio,
      { isReadingBytes: order.data.bytes },
      {
        onPortrait: (subjectId, proof) => lines.push(describeProof(subjectId, proof)),
        onProblem: (problem) => lines.push(describeProblem(problem)),
      },
    );
    return context.json({ report, lines: [...lines, ...describeReport(report)] });
  });
  return routes;
};

/** Equally long whatever was sent, so that comparing tells nothing. */
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const readJson = (context: Context): Promise<unknown> => context.req.json().catch(() => undefined);
