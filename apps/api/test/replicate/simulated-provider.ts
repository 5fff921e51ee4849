import { createHash } from "node:crypto";
import { type Simulator, startSimulator } from "@selfsame/replicate-simulator";
import sharp from "sharp";
import { zipTrainingSet } from "../../src/images/zip-training-set.ts";
import type {
  GenerationOrder,
  LookUp,
  Provider,
  Submission,
  TrainingOrder,
} from "../../src/replicate/provider.ts";
import { createReplicateProvider } from "../../src/replicate/replicate-provider.ts";
import type { Timers } from "../../src/replicate/timers.ts";
import { defaultTrainerId, trainers, trainingInput } from "../../src/replicate/trainers.ts";

export interface SimulatedProvider extends AsyncDisposable {
  readonly provider: Provider;
  readonly simulator: Simulator;
  readonly now: () => Date;
  readonly timers: Timers;
  /** Moves the provider's time and ours, and waits for what falls due. */
  readonly advance: (durationMs: number) => Promise<void>;
}

export const simulatedToken = "r8_simulated_contract";
export const model = { account: "simulated", name: "42585527-selfie-lora" } as const;

/** Our client on the simulator, both on one clock that stands still unless it is moved. */
export async function startSimulatedProvider(seed: string): Promise<SimulatedProvider> {
  const simulator = await startSimulator({
    token: simulatedToken,
    username: model.account,
    speed: "real",
    clock: { mode: "manual", startAt: Date.parse("2026-05-04T10:00:00Z") },
    pictures: "placeholders",
    limits: "off",
    seed,
    onProblem: (problem) => {
      throw problem;
    },
  });
  const now = () => new Date(simulator.clock.now());
  const advance = async (durationMs: number) => {
    await simulator.clock.advance(durationMs);
  };
  const timers = { wait: advance, timeout: () => new AbortController().signal };
  const provider = createReplicateProvider({
    token: simulatedToken,
    baseUrl: `${simulator.url}/v1`,
    clock: { now },
    timers,
    random: () => 0.5,
    log: { info: () => {}, warn: () => {} },
  });
  return {
    provider,
    simulator,
    now,
    timers,
    advance,
    [Symbol.asyncDispose]: async () => {
      await simulator.close();
    },
  };
}

/** The order of a training on a zip, by the studio's default trainer. */
export const trainingOrderFor = (zipUrl: string, webhookUrl: string | null = null): TrainingOrder => ({
  intentId: "0197a000-0000-7000-8000-000000000002",
  notAfter,
  model,
  trainer: trainers[defaultTrainerId],
  input: trainingInput(trainers[defaultTrainerId], { zipUrl, triggerWord: "user42585527" }),
  webhookUrl,
});

/** Later than any of these tests gets. */
const notAfter = new Date("2100-01-01T00:00:00Z");

export const prompt = "user42585527, a calm woman at sea";

/** The order of a generation of two pictures; the seed tells one from another. */
export const generationOrderFor = (
  version: string,
  seed: number,
  webhookUrl: string | null = null,
): GenerationOrder => ({
  intentId: `0197a000-0000-7000-8000-${String(seed).padStart(12, "0")}`,
  notAfter,
  version,
  input: { prompt, seed, num_outputs: 2, num_inference_steps: 50, guidance_scale: 2.8, output_format: "png" },
  webhookUrl,
});

/** A zip of six plain pictures, packed as a training set is. */
export async function zipOfPictures(): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => {
      const background = { r: 40 * index, g: 120, b: 200 - 20 * index };
      const image = sharp({ create: { width: 256, height: 320, channels: 3, background } });
      const bytes = await image.jpeg().toBuffer();
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { name: `0${index + 1}.jpg`, sha256, read: async () => await Promise.resolve(bytes) };
    }),
  );
  const zipped = await zipTrainingSet(pictures);
  if (!zipped.ok) throw new Error(`no zip was made: ${zipped.error.code}`);
  return new Uint8Array(zipped.value.bytes);
}

/** Uploads such a zip and gives its address. */
export async function uploadPictures({ provider }: SimulatedProvider): Promise<string> {
  const uploaded = await provider.uploadTrainingSet({ fileName: "set.zip", bytes: await zipOfPictures() });
  if (uploaded.outcome === "failed") throw new Error(uploaded.error.logOnly);
  return uploaded.value.url;
}

/** The report of an answer that must have one. */
export function reportOf<TReport>(answer: Submission<TReport> | LookUp<TReport>): TReport {
  if (answer.outcome === "accepted" || answer.outcome === "found") return answer.report;
  throw new Error(`no report: ${JSON.stringify(answer)}`);
}

/** The ids of all generations with this seed that the simulator has accepted. */
export async function acceptedWith(
  { simulator }: SimulatedProvider,
  seed: number,
): Promise<readonly string[]> {
  const response = await fetch(`${simulator.url}/v1/predictions`, {
    headers: { authorization: `Bearer ${simulatedToken}` },
  });
  // Safe: the simulator's list, of which only this is looked at.
  const { results } = (await response.json()) as { results: { id: string; input: { seed?: number } }[] };
  return results.filter(({ input }) => input.seed === seed).map(({ id }) => id);
}

/** Takes a training to its end and gives the version it made. */
export async function trainModel(simulated: SimulatedProvider): Promise<string> {
  const { provider, advance } = simulated;
  const ensured = await provider.ensureModel(model);
  if (ensured.outcome === "failed") throw new Error(ensured.error.logOnly);
  const { providerId } = reportOf(await provider.train(trainingOrderFor(await uploadPictures(simulated))));
  await advance(30 * 60_000);
  const { version } = reportOf(await provider.lookUpTraining(providerId));
  if (version === null) throw new Error("the training made no version");
  return version;
}
