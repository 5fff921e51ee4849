import { createHash, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Secrets } from "../auth/secrets.ts";
import { grantCredits } from "../credits/grant-credits.ts";
import { listBackupEntries } from "../backup/list-backup-entries.ts";
import { examineStudio } from "../doctor/examine-studio.ts";
import { zipEntries } from "../export/zip-entries.ts";
import { archiveBody } from "./archive-body.ts";
import type { ServerEnvironment } from "./server-environment.ts";
import { describeStudio } from "../operator/describe-studio.ts";
import { noteAct } from "../operator/note-act.ts";
import { studioStateLines } from "../operator/studio-state-lines.ts";
import { subjectOfEmail } from "../operator/subject-of-email.ts";
import { suspendSubject } from "../operator/suspend-subject.ts";
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
const shownActs = 200;
const words = z.string().trim().min(1).max(500);
const grantOrder = z.strictObject({
  email: z.email(),
  credits: z.int().min(1).max(1_000_000),
  reason: words,
  key: z.uuid(),
});
const pauseOrder = z.strictObject({ reason: words });
const putBackOrder = z.strictObject({ ids: z.array(z.uuid()).min(1).max(1_000) });
const suspendOrder = z.strictObject({ email: z.email(), reason: words.nullable() });
const auditOrder = z.strictObject({ bytes: z.boolean() });
const period = z.strictObject({ from: z.iso.datetime(), until: z.iso.datetime() });

/** What an operator can order, each order signed by one of the studio's own secrets; a browser never has it. */
export const operatorRoutes = (studio: Studio, secrets: Secrets): Hono<ServerEnvironment> => {
  const routes = new Hono<ServerEnvironment>();
  const wanted = secrets.map((secret) => digest(`Bearer ${operatorToken(secret)}`));
  routes.use(async (context, next) => {
    const given = digest(context.req.header("authorization") ?? "");
    if (!wanted.some((one) => timingSafeEqual(given, one)))
      return context.json({ message: "This is for operators." }, 401);
    return next();
  });
  routes.use(bodyLimit({ maxSize: maximumBytes }));
  // Written down before it is done: nothing is done that the log does not know of.
  routes.post("/grants", async (context) => {
    const order = grantOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    return answerUnlessNobody(context, async () => {
      const { email, credits, reason, key } = order.data;
      const subjectId = await subjectOfEmail(studio, email);
      await noteAct(studio, "grant", { subjectId, reason, details: { credits, key } });
      return grantCredits(studio, order.data);
    });
  });
  routes.post("/suspend", async (context) => {
    const order = suspendOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    return answerUnlessNobody(context, async () => {
      const { email, reason } = order.data;
      const subjectId = await subjectOfEmail(studio, email);
      await noteAct(studio, reason === null ? "lift-suspension" : "suspend", { subjectId, reason });
      await suspendSubject(studio, subjectId, reason);
      return { suspended: reason !== null };
    });
  });
  routes.get("/backup", async (context) => {
    await noteAct(studio, "backup");
    const archive = zipEntries(listBackupEntries(studio.spoolRows, studio.images, studio.clock.now()));
    archive.on("error", (error) => studio.log.error({ error }, "a backup broke off"));
    const body = archiveBody(archive, () => context.env.outgoing.destroy());
    return context.body(body, 200, { "Content-Type": "application/zip", "Cache-Control": "no-store" });
  });
  routes.get("/doctor", async (context) => context.json({ findings: await examineStudio(studio) }));
  routes.get("/state", async (context) => {
    const state = await describeStudio(studio);
    return context.json({ state, lines: studioStateLines(state) });
  });
  routes.get("/acts", async (context) => context.json({ acts: await studio.operatorLog.newest(shownActs) }));
  routes.post("/pause", async (context) => {
    const order = pauseOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    await noteAct(studio, "pause", { reason: order.data.reason });
    await pauseStudio(studio, order.data.reason);
    return context.json({ paused: true });
  });
  routes.post("/resume", async (context) => {
    await noteAct(studio, "resume");
    await resumeStudio(studio);
    return context.json({ paused: false });
  });
  routes.get("/set-aside", async (context) => context.json({ setAside: await listDeadLetters(studio) }));
  routes.post("/put-back", async (context) => {
    const order = putBackOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    await noteAct(studio, "put-back", { details: { jobs: order.data.ids.join(" ") } });
    return context.json({ found: await putBackDeadLetters(studio, order.data.ids) });
  });
  routes.get("/spending", async (context) => {
    const asked = period.safeParse(context.req.query());
    if (!asked.success) return context.json({ message: z.prettifyError(asked.error) }, 400);
    const { from, until } = asked.data;
    const report = await reportSpending(studio, { from: new Date(from), until: new Date(until) });
    return context.json({ report, lines: spendingReportLines(report) });
  });
  routes.post("/rotate-keys", async (context) => {
    await noteAct(studio, "rotate-keys", { details: { keyId: studio.keyring.newestKeyId } });
    return context.json({ subjects: await rotateKeys(studio), keyId: studio.keyring.newestKeyId });
  });
  routes.post("/audit-isolation", async (context) => {
    const order = auditOrder.safeParse(await readJson(context));
    if (!order.success) return context.json({ message: z.prettifyError(order.error) }, 400);
    await noteAct(studio, "audit-isolation", { details: order.data });
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

const answerUnlessNobody = async (context: Context, work: () => Promise<object>): Promise<Response> => {
  try {
    return context.json(await work());
  } catch (error) {
    if (!isDomainError(error) || error.code !== "not_found") throw error;
    return context.json({ message: "Nobody signs in with that address." }, 404);
  }
};

const readJson = (context: Context): Promise<unknown> => context.req.json().catch(() => undefined);
