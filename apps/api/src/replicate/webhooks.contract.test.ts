import { expect, it } from "vitest";
import { sendJson, startScriptedServer } from "../../test/replicate/scripted-server.ts";
import {
  generationOrderFor,
  reportOf,
  startSimulatedProvider,
  trainModel,
} from "../../test/replicate/simulated-provider.ts";
import { checkWebhook } from "./check-webhook.ts";
import { readGenerationReport } from "./read-generation-report.ts";
import { createWebhookSecret } from "./webhook-secret.ts";

const text = (header: string | string[] | undefined) => (typeof header === "string" ? header : null);

it("sends updates signed with the provider's secret, each with the whole report", async () => {
  await using simulated = await startSimulatedProvider("webhooks");
  await using studio = await startScriptedServer(({ response }) => sendJson(response, 200, {}));
  const { provider, simulator, advance, now } = simulated;
  const version = await trainModel(simulated);
  const webhookUrl = `${studio.origin}/webhooks/replicate?kind=generation&id=1`;

  const { providerId } = reportOf(await provider.generate(generationOrderFor(version, 7, webhookUrl)));
  await advance(2 * 60_000);
  simulator.faults.add({ kind: "webhook-wrongly-signed" });
  await provider.generate(generationOrderFor(version, 8, webhookUrl));
  await advance(10_000);

  const secret = createWebhookSecret(async () => await provider.webhookSecret(), { now });
  const arrived = await Promise.all(
    studio.received.map(async ({ headers, body }) => ({
      report: readGenerationReport(JSON.parse(body.toString())),
      check: await checkWebhook(
        {
          id: text(headers["webhook-id"]),
          timestamp: text(headers["webhook-timestamp"]),
          signature: text(headers["webhook-signature"]),
        },
        body,
        secret,
        // Webhooks are judged when they arrive; here all are judged later, at one time.
        { now: () => new Date(Number(text(headers["webhook-timestamp"])) * 1_000) },
      ),
    })),
  );
  const [own, forged] = [true, false].map((isOwn) =>
    arrived.filter(({ report }) => (report?.providerId === providerId) === isOwn),
  );

  expect(own?.map(({ check }) => check.verified)).not.toContain(false);
  const reports = own?.map(({ report }) => report) ?? [];
  expect(reports[0]).toMatchObject({ state: "running", outputs: [] });
  expect(reports.some((report) => report?.state === "running" && (report.progress?.step ?? 0) > 0)).toBe(
    true,
  );
  expect(reports.at(-1)).toMatchObject({ state: "succeeded", webhookUrl, seed: 7 });
  expect(reports.at(-1)?.outputs).toHaveLength(2);

  expect(forged?.length).toBeGreaterThan(0);
  expect(forged?.every(({ check }) => !check.verified && check.reason === "signature-wrong")).toBe(true);
});
