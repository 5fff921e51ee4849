import type { Account } from "../accounts/account.ts";
import { atSpeed, trainingRunMs } from "../jobs/job-duration.ts";
import type { JobRecord, WorkFault } from "../jobs/job-record.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { readWebhook } from "../jobs/read-webhook.ts";
import { redactSecrets } from "../jobs/redact-secrets.ts";
import { checkVersionInput } from "../models/schemas/check-version-input.ts";
import { isTrainer } from "../models/schemas/schema-of-family.ts";
import type { VersionRecord } from "../models/version-record.ts";
import { invalidInput, notFound, problem } from "../problems/problems.ts";
import { SeededRandom } from "../random/seeded-random.ts";
import type { Simulation } from "../simulation.ts";
import { isObject, type JsonBody, numberOf, textOf } from "../validation/json-body.ts";

/** Real milliseconds that a training waits before it starts, at the least and the most. */
const startMs = { low: 3000, high: 15_000 };

/** Accepts a training on a trainer's version; its destination has to exist and belong to the account. */
export async function createTraining(
  simulation: Simulation,
  runner: JobRunner,
  request: { account: Account; version: VersionRecord; body: JsonBody },
): Promise<JobRecord> {
  const { account, version, body } = request;
  if (!isTrainer(version.family)) {
    throw problem(422, "Invalid version", "The specified version does not support training");
  }
  const destination = textOf(body, "destination") ?? "";
  const model = simulation.stores.models.get(destination);
  if (model === undefined || model.owner !== account.username) {
    throw notFound("The specified training destination does not exist");
  }
  const input = isObject(body["input"]) ? body["input"] : {};
  const fields = checkVersionInput(version.family, "TrainingInput", input);
  if (fields.length > 0) throw invalidInput(fields);
  const id = simulation.identifiers.resource();
  const training: JobRecord = {
    id,
    sequence: simulation.nextSequence(),
    kind: "training",
    account: account.username,
    model: version.model,
    versionId: version.id,
    versionHidden: false,
    deployment: null,
    destination,
    input: redactSecrets(version.family, "TrainingInput", input),
    status: "starting",
    createdAt: simulation.clock.now(),
    startedAt: null,
    completedAt: null,
    deadlineAt: null,
    files: null,
    trainedVersionId: null,
    error: null,
    logs: null,
    imageCount: null,
    dataRemoved: false,
    plan: planTraining(simulation, id, version, input),
    ...readWebhook(body),
    completionMessage: null,
  };
  await runner.accept(training);
  return training;
}

function planTraining(
  simulation: Simulation,
  id: string,
  version: VersionRecord,
  input: JsonBody,
): JobRecord["plan"] {
  const { faults, random, settings } = simulation;
  const chance = random.fork(id);
  const steps = numberOf(input, "steps") ?? numberOf(input, "training_steps") ?? 1000;
  const taken = faults.takeForJob({ kind: "training", prompt: textOf(input, "trigger_word") ?? "" });
  const slow = taken.find((fault) => fault.kind === "slow-start");
  const variation = chance.unit();
  return {
    startsAfterMs: atSpeed(chance.between(startMs.low, startMs.high), settings.speed) + (slow?.delayMs ?? 0),
    runsForMs: atSpeed(trainingRunMs({ family: version.family, steps, variation }), settings.speed),
    steps,
    seed: SeededRandom.from(id).fork("seed").below(65_536),
    faults: taken.flatMap(({ kind }): WorkFault[] => (kind === "slow-start" ? [] : [kind])),
  };
}
