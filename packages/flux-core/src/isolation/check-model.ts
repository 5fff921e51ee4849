import { readRecord } from "../read-record.ts";
import { refuse, succeed, type Result } from "../result.ts";
import type { GuardError } from "./guard-error.ts";
import { modelNameFor } from "./model-name-for.ts";
import { trainingStatuses } from "./training-status.ts";
import { triggerFor } from "./trigger-for.ts";

const VERSION = /^[0-9a-f]{64}$/;
const howToTrain = "Upload selfies and start a training; portraits can be made as soon as it is ready.";

const nameMismatch = {
  code: "model-name-mismatch",
  field: "model.name",
  message: "The model's name is not the one your own model has, so it is not run.",
} as const;

export type CheckedModel = {
  readonly account: string;
  readonly model: string;
  readonly version: string;
  readonly trigger: string;
};

/** Whether a model is the caller's own and ready, each part compared whole. */
export function checkModel(model: unknown, subjectNumber: string): Result<CheckedModel, GuardError> {
  const read = readRecord(model, ["subjectNumber", "account", "name", "version", "status", "trigger"]);
  if (read === null) {
    return refuse({
      code: "model-missing",
      field: "model",
      message: `There is no model of your face yet, and no other is ever used. ${howToTrain}`,
    });
  }
  if (read.subjectNumber !== subjectNumber) {
    return refuse({
      code: "model-not-owned",
      field: "model.subjectNumber",
      message: "This model is not yours. A face runs on its own person's request only.",
    });
  }
  const { account, version, trigger } = read;
  if (typeof account !== "string") return refuse(nameMismatch);
  const expectedName = modelNameFor(account, subjectNumber);
  if (!expectedName.ok || read.name !== expectedName.value) return refuse(nameMismatch);
  if (read.status !== "ready") {
    const status = trainingStatuses.find((known) => known === read.status) ?? null;
    return refuse({
      code: "model-not-ready",
      field: "model.status",
      status,
      message: `The model of your face is not ready. ${howToTrain}`,
    });
  }
  if (typeof version !== "string" || !VERSION.test(version)) {
    return refuse({
      code: "version-invalid",
      field: "model.version",
      message: `The model of your face has no version that could run. ${howToTrain}`,
    });
  }
  const ownTrigger = triggerFor(subjectNumber);
  if (!ownTrigger.ok || trigger !== ownTrigger.value) {
    return refuse({
      code: "trigger-mismatch",
      field: "model.trigger",
      message: "The model's trigger word is not yours, so it is not run.",
    });
  }
  return succeed({ account, model: expectedName.value, version, trigger: ownTrigger.value });
}
