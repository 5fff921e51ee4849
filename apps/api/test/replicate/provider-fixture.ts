import type { Provider } from "../../src/replicate/provider.ts";
import { createReplicateProvider } from "../../src/replicate/replicate-provider.ts";
import { type ManualTime, manualTime } from "./manual-time.ts";
import { type Script, type ScriptedServer, startScriptedServer } from "./scripted-server.ts";

export interface ProviderFixture extends AsyncDisposable {
  readonly provider: Provider;
  readonly server: ScriptedServer;
  readonly time: ManualTime;
  /** Everything that was logged, as one text. */
  readonly logged: () => string;
}

export const token = "r8_secretsecretsecret";

/** Our client against a scripted server; time stands still, and half of every jitter is waited. */
export async function startProviderFixture(script: Script): Promise<ProviderFixture> {
  const server = await startScriptedServer(script);
  const time = manualTime("2026-05-04T10:00:00Z");
  const lines: string[] = [];
  const write = (details: Readonly<Record<string, unknown>>, message: string) => {
    lines.push(JSON.stringify({ message, ...details }));
  };
  const provider = createReplicateProvider({
    token,
    baseUrl: `${server.origin}/v1`,
    clock: time.clock,
    timers: time.timers,
    random: () => 0.5,
    log: { info: write, warn: write },
  });
  return {
    provider,
    server,
    time,
    logged: () => lines.join("\n"),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
    },
  };
}

export const versionHash = "a".repeat(64);

/** A prediction as the API sends it; `over` replaces fields. */
export const predictionBody = (over: Readonly<Record<string, unknown>> = {}) => ({
  id: "gm3qorzdhgbfurvjtvhg6dckhu",
  model: "alice/42585527-selfie-lora",
  version: versionHash,
  input: { prompt: "user42585527 at sea", seed: 7, num_outputs: 2, num_inference_steps: 50 },
  output: null,
  data_removed: false,
  error: null,
  status: "starting",
  created_at: "2026-05-04T09:59:59.907244Z",
  urls: {
    get: "https://elsewhere.example/x",
    cancel: "https://elsewhere.example/x",
    web: "https://elsewhere.example",
  },
  ...over,
});

/** A training as the API sends it right after creation: without output, metrics or dates. */
export const trainingBody = (over: Readonly<Record<string, unknown>> = {}) => ({
  id: "zz4ibbonubfz7carwiefibzgga",
  model: "ostris/flux-dev-lora-trainer",
  version: "b".repeat(64),
  input: { input_images: "https://api.example/v1/files/one", steps: 1000, trigger_word: "user42585527" },
  logs: "",
  error: null,
  status: "starting",
  created_at: "2026-05-04T09:59:59.990893084Z",
  urls: { get: "https://elsewhere.example/v1/predictions/zz", cancel: "https://elsewhere.example" },
  ...over,
});

export const generationOrder = {
  intentId: "0197a000-0000-7000-8000-000000000001",
  notAfter: new Date("2026-05-04T11:00:00Z"),
  version: versionHash,
  input: { prompt: "user42585527 at sea", seed: 7, num_outputs: 2 },
  webhookUrl: null,
} as const;

export const trainingOrder = {
  intentId: "0197a000-0000-7000-8000-000000000002",
  notAfter: new Date("2026-05-04T11:00:00Z"),
  model: { account: "alice", name: "42585527-selfie-lora" },
  trainer: { account: "ostris", name: "flux-dev-lora-trainer", version: "b".repeat(64) },
  input: { input_images: "https://api.example/v1/files/one", trigger_word: "user42585527", steps: 1000 },
  webhookUrl: null,
} as const;
