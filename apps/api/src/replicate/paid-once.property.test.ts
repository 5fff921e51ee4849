import type { FaultRequest } from "@selfsame/replicate-simulator";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import {
  type SimulatedProvider,
  acceptedWith,
  generationOrderFor,
  prompt,
  startSimulatedProvider,
  trainModel,
} from "../../test/replicate/simulated-provider.ts";

let simulated: SimulatedProvider;
let version: string;

// A provider for each part: every check reads its whole list.
beforeEach(async () => {
  simulated = await startSimulatedProvider("paid once");
  version = await trainModel(simulated);
});
afterEach(async () => {
  await simulated[Symbol.asyncDispose]();
});

const kind = fc.constantFrom(
  "throttled",
  "server-error",
  "server-error-html",
  "dropped-before",
  "dropped-after",
  "insufficient-credit",
);
/** What goes wrong with the first requests that create, and with the first that list. */
const schedule = fc.record({
  creating: fc.array(fc.option(kind, { nil: null }), { maxLength: 6 }),
  listing: fc.array(fc.option(kind, { nil: null }), { maxLength: 6 }),
  webhook: fc.boolean(),
});

function arrange(method: "GET" | "POST", kinds: readonly (FaultRequest["kind"] | null)[]): void {
  for (const [skip, fault] of kinds.entries()) {
    // Safe: every kind of the schedule is a request's, and takes these fields.
    const request = { kind: fault, method, path: "/predictions", skip, times: 1 } as FaultRequest;
    if (fault !== null) simulated.simulator.faults.add(request);
  }
}

/** What the port asks of its callers: search after an unclear answer, and send again only what is certainly not there. */
async function submitUntilAccepted(seed: number, webhookUrl: string | null): Promise<string> {
  const { provider, now } = simulated;
  const trace = { webhookUrl, version, prompt, seed, input: {}, taken: [], notBefore: now() };
  for (let tries = 0; tries < 50; tries += 1) {
    const submission = await provider.generate(generationOrderFor(version, seed, webhookUrl));
    if (submission.outcome === "accepted") return submission.report.providerId;
    if (submission.outcome === "refused") continue;
    for (let searches = 0; searches < 50; searches += 1) {
      const found = await provider.findGeneration(trace);
      if (found.outcome === "found") return found.report.providerId;
      if (found.outcome === "not-found") break;
    }
  }
  throw new Error("the generation never came through");
}

const runsOfOneSeed = 250;

it.each([11, 23, 47, 2026])(
  "has every generation made once, whatever goes wrong in whatever order, seed %i",
  async (random) => {
    let seed = 0;
    await fc.assert(
      fc.asyncProperty(schedule, async ({ creating, listing, webhook }) => {
        seed += 1;
        simulated.simulator.faults.clear();
        arrange("POST", creating);
        arrange("GET", listing);
        const webhookUrl = webhook
          ? `http://127.0.0.1:9/webhooks/replicate?kind=generation&id=${seed}`
          : null;

        const providerId = await submitUntilAccepted(seed, webhookUrl);

        simulated.simulator.faults.clear();
        expect(await acceptedWith(simulated, seed)).toEqual([providerId]);
      }),
      { numRuns: runsOfOneSeed, seed: random },
    );
  },
  300_000,
);
