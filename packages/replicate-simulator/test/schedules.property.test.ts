import { type FaultRequest, startSimulator } from "@selfsame/replicate-simulator";
import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from "fast-check";
import { expect, it } from "vitest";
import { checkedFetch } from "./checked-fetch.ts";
import { fluxDev, type PredictionBody, readPrediction } from "./flux-dev.ts";
import { openapiReason } from "./openapi-document.ts";
import { testToken } from "./start-test-simulator.ts";
import { startWebhookReceiver } from "./webhook-receiver.ts";

const runs = 150;

const fault = constantFrom<FaultRequest>(
  { kind: "throttled", method: "POST", times: 1 },
  { kind: "server-error-html", method: "POST", times: 1 },
  { kind: "dropped-before", method: "POST", path: "/predictions", times: 1 },
  { kind: "dropped-after", method: "POST", path: "/predictions", times: 1 },
  { kind: "slow-start", delayMs: 45_000, times: 1 },
  { kind: "stuck-in-starting", times: 1 },
  { kind: "failed", times: 1 },
  { kind: "failed-after-success-logs", times: 1 },
  { kind: "nsfw-some", times: 1 },
  { kind: "nsfw-all", times: 1 },
);

const step = oneof(
  record({ do: constantFrom("create" as const), outputs: integer({ min: 1, max: 4 }) }),
  record({ do: constantFrom("cancel" as const), which: integer({ min: 0, max: 5 }) }),
  record({ do: constantFrom("fault" as const), fault }),
  record({ do: constantFrom("advance" as const), seconds: integer({ min: 1, max: 40 }) }),
);

const terminal = ["succeeded", "failed", "canceled", "aborted"];

it(`ends every prediction once, whatever happens in whatever order (${runs} schedules)${openapiReason}`, async () => {
  const receiver = await startWebhookReceiver();
  await assert(
    asyncProperty(integer({ min: 1 }), array(step, { maxLength: 14 }), async (seed, steps) => {
      receiver.received.length = 0;
      const problems: unknown[] = [];
      const simulator = await startSimulator({
        token: testToken,
        username: "studio",
        clock: "manual",
        speed: "real",
        seed,
        painter: async (request) => Buffer.from(`picture ${request.seed} ${request.index}`),
        onProblem: (problem) => problems.push(problem),
      });
      const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
        checkedFetch(`${simulator.url}/v1${path}`, {
          method,
          headers: { authorization: `Bearer ${testToken}`, ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      const made: string[] = [];
      let dropped = 0;
      for (const next of steps) {
        if (next.do === "advance") await simulator.clock.advance(1000 * next.seconds);
        if (next.do === "fault") simulator.faults.add(next.fault);
        if (next.do === "cancel") await call("POST", `/predictions/${made[next.which] ?? "none"}/cancel`);
        if (next.do === "create") {
          const body = fluxDev({ num_outputs: next.outputs }, { webhook: receiver.url });
          const before = happened(simulator.faults.list(), "dropped-after");
          try {
            const answer = await call("POST", "/predictions", body, { "cancel-after": "10m" });
            if (answer.status === 201) made.push((await readPrediction(answer)).id);
          } catch {
            dropped += happened(simulator.faults.list(), "dropped-after") - before;
          }
        }
      }
      await simulator.clock.advance(20 * 60_000);
      const { results } = (await (await call("GET", "/predictions")).json()) as { results: PredictionBody[] };
      const told = new Map<unknown, string[]>();
      for (const { body } of receiver.received) {
        told.set(body["id"], [...(told.get(body["id"]) ?? []), String(body["status"])]);
      }
      await simulator.close();

      expect(problems).toEqual([]);
      expect(results).toHaveLength(made.length + dropped);
      expect(made.every((id) => results.some((prediction) => prediction.id === id))).toBe(true);
      for (const prediction of results) {
        const asked = Number(prediction.input["num_outputs"]);
        const outputs = prediction.output?.length ?? 0;
        expect(terminal).toContain(prediction.status);
        expect(outputs).toBeLessThanOrEqual(asked);
        expect(outputs > 0 || prediction.status !== "succeeded").toBe(true);
        expect(prediction.status === "failed").toBe(prediction.error !== null);
        const statuses = told.get(prediction.id) ?? [];
        expect(statuses.filter((status) => terminal.includes(status))).toEqual([prediction.status]);
        expect(statuses.at(-1)).toBe(prediction.status);
      }
    }),
    { numRuns: runs },
  );
});

function happened(rules: readonly { fault: FaultRequest; happened: number }[], kind: string): number {
  return rules.filter((rule) => rule.fault.kind === kind).reduce((sum, rule) => sum + rule.happened, 0);
}
