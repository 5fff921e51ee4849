import Replicate from "replicate";
import { onTestFinished } from "vitest";
import { type Simulator, type SimulatorOptions, startSimulator } from "@selfsame/replicate-simulator";
import { checkedFetch } from "./checked-fetch.ts";

export const testToken = "r8_test";

/** A simulator, and two ways to speak to it, whose answers are all checked. */
export interface TestSimulator {
  simulator: Simulator;
  /** The npm client, unmodified. */
  replicate: Replicate;
  /** A request below `/v1` with the token. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
}

/** Starts a simulator that is closed when the test ends; a fault of the simulator itself fails the test. */
export async function startTestSimulator(options: SimulatorOptions = {}): Promise<TestSimulator> {
  const problems: unknown[] = [];
  const simulator = await startSimulator({
    token: testToken,
    username: "studio",
    seed: 1,
    pictures: "placeholders",
    ...options,
    onProblem: (problem) => problems.push(problem),
  });
  onTestFinished(async () => {
    await simulator.close();
    if (problems.length > 0) throw new AggregateError(problems, "The simulator itself failed.");
  });
  const baseUrl = `${simulator.url}/v1`;
  return {
    simulator,
    replicate: new Replicate({ auth: testToken, baseUrl, fetch: checkedFetch, useFileOutput: false }),
    call: (method, path, body, headers = {}) =>
      checkedFetch(`${baseUrl}${path}`, {
        method,
        headers: { authorization: `Bearer ${testToken}`, "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
