import type { Clock } from "../clock/clock.ts";
import type { Provider } from "../replicate/provider.ts";
import type { Metrics } from "./metrics.ts";

/** The same provider, every call of it timed by its name and its outcome. */
export const timedProvider = (provider: Provider, metrics: Metrics, clock: Clock): Provider => {
  const timed = <TArguments extends unknown[], TAnswer extends { readonly outcome: string }>(
    call: keyof Provider,
    ask: (...given: TArguments) => Promise<TAnswer>,
  ) => {
    return async (...given: TArguments): Promise<TAnswer> => {
      const from = clock.now().getTime();
      const answer = await ask(...given);
      metrics.providerAnswered(call, answer.outcome, (clock.now().getTime() - from) / 1_000);
      return answer;
    };
  };
  return {
    accountName: timed("accountName", () => provider.accountName()),
    ensureModel: timed("ensureModel", (model) => provider.ensureModel(model)),
    uploadTrainingSet: timed("uploadTrainingSet", (upload) => provider.uploadTrainingSet(upload)),
    train: timed("train", (order) => provider.train(order)),
    generate: timed("generate", (order) => provider.generate(order)),
    lookUpTraining: timed("lookUpTraining", (id) => provider.lookUpTraining(id)),
    lookUpGeneration: timed("lookUpGeneration", (id) => provider.lookUpGeneration(id)),
    findTraining: timed("findTraining", (trace) => provider.findTraining(trace)),
    findGeneration: timed("findGeneration", (trace) => provider.findGeneration(trace)),
    cancelTraining: timed("cancelTraining", (id) => provider.cancelTraining(id)),
    cancelGeneration: timed("cancelGeneration", (id) => provider.cancelGeneration(id)),
    versionSchema: timed("versionSchema", (address) => provider.versionSchema(address)),
    deleteVersion: timed("deleteVersion", (address) => provider.deleteVersion(address)),
    deleteModel: timed("deleteModel", (address) => provider.deleteModel(address)),
    deleteFile: timed("deleteFile", (id) => provider.deleteFile(id)),
    webhookSecret: timed("webhookSecret", () => provider.webhookSecret()),
  };
};
