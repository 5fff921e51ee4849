import { type ApiCall, answerOf } from "./api-call.ts";
import { chooseHardware } from "./choose-hardware.ts";
import { hardwareListSchema, modelSchema } from "./model-schema.ts";
import type { Answer, ModelAddress } from "./provider.ts";
import type { ProviderError } from "./provider-error.ts";

/**
 * Makes sure that a private model exists. Creating is tried once and then looked at again, whatever came back: an
 * unclear answer and "exists already" both end at the model itself.
 */
export async function ensureModel(
  call: ApiCall,
  { account, name }: ModelAddress,
): Promise<Answer<{ readonly created: boolean }>> {
  const full = `${account}/${name}`;
  const path = [encodeURIComponent(account), encodeURIComponent(name)] as const;
  const look = async () =>
    await call(`look up model ${full}`, async (client) => await client.models.get(...path), modelSchema);

  const before = await look();
  if (before.ok) return privateOnly(before.value.visibility, full, false);
  if (before.error.code !== "provider_refused" || before.error.reason !== "not-found")
    return answerOf(before);

  const hardware = await call(
    "list hardware",
    async (client) => await client.hardware.list(),
    hardwareListSchema,
  );
  if (!hardware.ok) return answerOf(hardware);
  const created = await call(
    `create model ${full}`,
    async (client) =>
      await client.models.create(account, name, {
        visibility: "private",
        hardware: chooseHardware(hardware.value),
      }),
    modelSchema,
  );
  if (created.ok) return privateOnly(created.value.visibility, full, true);

  const after = await look();
  return after.ok ? privateOnly(after.value.visibility, full, true) : answerOf(created);
}

/** A face must not be trained into a model that anyone may run. */
function privateOnly(
  visibility: "public" | "private",
  full: string,
  created: boolean,
): Answer<{ readonly created: boolean }> {
  if (visibility === "private") return { outcome: "ok", value: { created } };
  const error: ProviderError = {
    code: "provider_refused",
    reason: "model-public",
    fields: [],
    status: null,
    logOnly: `${full} is public; make it private before a face is trained into it`,
  };
  return { outcome: "failed", error };
}
