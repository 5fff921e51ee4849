import type { Account } from "../accounts/account.ts";
import { atSpeed, predictionRunMs, predictionStartMs } from "../jobs/job-duration.ts";
import type { JobRecord, WorkFault } from "../jobs/job-record.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { readWebhook } from "../jobs/read-webhook.ts";
import { redactSecrets } from "../jobs/redact-secrets.ts";
import { checkVersionInput } from "../models/schemas/check-version-input.ts";
import type { VersionRecord } from "../models/version-record.ts";
import { invalidInput } from "../problems/problems.ts";
import { SeededRandom } from "../random/seeded-random.ts";
import type { Simulation } from "../simulation.ts";
import { isObject, type JsonBody, numberOf, textOf } from "../validation/json-body.ts";

/** What a prediction runs on, as its address or body named it. */
export interface PredictionTarget {
  version: VersionRecord;
  /** True for an official model, which does not tell its version. */
  hidden: boolean;
  deployment: string | null;
}

/** Accepts a prediction; `lifetimeMs` is how long it may take, from a `Cancel-After` header. */
export async function createPrediction(
  simulation: Simulation,
  runner: JobRunner,
  request: { account: Account; target: PredictionTarget; body: JsonBody; lifetimeMs: number | null },
): Promise<JobRecord> {
  const { clock, stores } = simulation;
  const { target, body } = request;
  const { version } = target;
  const input = isObject(body["input"]) ? body["input"] : {};
  const fields = checkVersionInput(version.family, "Input", input);
  if (fields.length > 0) throw invalidInput(fields);
  const id = simulation.identifiers.resource();
  const createdAt = clock.now();
  const prediction: JobRecord = {
    id,
    sequence: simulation.nextSequence(),
    kind: "prediction",
    account: request.account.username,
    model: version.model,
    versionId: version.id,
    versionHidden: target.hidden,
    deployment: target.deployment,
    destination: null,
    input: redactSecrets(version.family, "Input", input),
    status: "starting",
    createdAt,
    startedAt: null,
    completedAt: null,
    deadlineAt: request.lifetimeMs === null ? null : createdAt + request.lifetimeMs,
    files: null,
    trainedVersionId: null,
    error: null,
    logs: null,
    imageCount: null,
    dataRemoved: false,
    plan: planPrediction(simulation, id, input),
    ...readWebhook(body),
    completionMessage: null,
  };
  await stores.models.update(version.model, (model) => ({ ...model, runCount: model.runCount + 1 }));
  await runner.accept(prediction);
  return prediction;
}

function planPrediction(simulation: Simulation, id: string, input: JsonBody): JobRecord["plan"] {
  const { faults, random, settings } = simulation;
  const chance = random.fork(id);
  const steps = numberOf(input, "num_inference_steps") ?? 28;
  const outputs = numberOf(input, "num_outputs") ?? 1;
  const asked = numberOf(input, "seed");
  const taken = faults.takeForJob({ kind: "prediction", prompt: textOf(input, "prompt") ?? "" });
  const slow = taken.find((fault) => fault.kind === "slow-start");
  return {
    startsAfterMs: atSpeed(predictionStartMs(chance.unit()), settings.speed) + (slow?.delayMs ?? 0),
    runsForMs: atSpeed(predictionRunMs({ steps, outputs, variation: chance.unit() }), settings.speed),
    steps,
    // No seed, or one not above 0, is read as random: 16 bits, as the predictor draws it.
    seed: asked !== null && asked > 0 ? asked : SeededRandom.from(id).fork("seed").below(65_536),
    faults: taken.flatMap(({ kind }): WorkFault[] => (kind === "slow-start" ? [] : [kind])),
  };
}
