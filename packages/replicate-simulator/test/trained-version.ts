import type Replicate from "replicate";
import { selfieZip } from "./selfie-zip.ts";

export const trainer = {
  owner: "ostris",
  name: "flux-dev-lora-trainer",
  version: "26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2",
} as const;

export const trigger = "user123456789";

/** Uploads a zip as the studio does, and returns its address. */
export async function uploadZip(replicate: Replicate, zip: Buffer): Promise<string> {
  const file = new File([new Uint8Array(zip)], "selfies.zip", { type: "application/zip" });
  return (await replicate.files.create(file)).urls.get;
}

/** Creates a model and starts a training of it. */
export async function startTraining(
  replicate: Replicate,
  input: Record<string, unknown>,
  extra: { webhook?: string; webhook_events_filter?: ("start" | "output" | "logs" | "completed")[] } = {},
) {
  await replicate.models.create("studio", "portrait", { visibility: "private", hardware: "gpu-h100" });
  return replicate.trainings.create(trainer.owner, trainer.name, trainer.version, {
    destination: "studio/portrait",
    input,
    ...extra,
  });
}

/** Trains a model on drawn selfies and returns the new version's id; the simulator's speed has to be instant. */
export async function trainedVersion(replicate: Replicate, selfies = 2, person = "anna"): Promise<string> {
  const address = await uploadZip(replicate, await selfieZip(person, selfies));
  const started = await startTraining(replicate, { input_images: address, trigger_word: trigger });
  for (;;) {
    const training = await replicate.trainings.get(started.id);
    if (training.status === "succeeded") return training.output?.version?.split(":")[1] ?? "";
    if (training.status !== "starting" && training.status !== "processing") {
      throw new Error(`The training ended as ${training.status}: ${String(training.error)}`);
    }
  }
}
