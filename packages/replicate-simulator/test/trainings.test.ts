import type Replicate from "replicate";
import type { Training } from "replicate";
import { expect, it } from "vitest";
import { fluxDev, readPrediction } from "./flux-dev.ts";
import { openapiReason } from "./openapi-document.ts";
import { selfieZip, zipOf } from "./selfie-zip.ts";
import { startTestSimulator } from "./start-test-simulator.ts";
import { startTraining, trainedVersion, trainer, trigger, uploadZip } from "./trained-version.ts";

async function ended(replicate: Replicate, id: string): Promise<Training> {
  for (;;) {
    const training = await replicate.trainings.get(id);
    if (training.status !== "starting" && training.status !== "processing") return training;
  }
}

it(`trains for twenty minutes with the trainer's logs, and adds a version${openapiReason}`, async () => {
  const { replicate, simulator } = await startTestSimulator({ speed: "real", clock: "manual" });
  const address = await uploadZip(replicate, await selfieZip("anna", 4));
  const { id } = await startTraining(replicate, { input_images: address, trigger_word: trigger });
  expect(await replicate.trainings.get(id)).toMatchObject({
    status: "starting",
    output: null,
    model: "ostris/flux-dev-lora-trainer",
  });

  await simulator.clock.advance(10 * 60_000);
  const running = await replicate.trainings.get(id);
  expect(running.status).toBe("processing");
  expect(running.logs).toContain("Extracted 4 files from zip to input_images\n");
  const steps = [...(running.logs ?? "").matchAll(/^flux_train_replicate: +\d+%\|.*\| (\d+)\/1000 \[/gm)];
  expect(steps.length).toBeGreaterThan(10);
  expect(Number(steps.at(-1)?.[1])).toBeGreaterThan(300);

  await simulator.clock.advance(15 * 60_000);
  const done = await replicate.trainings.get(id);
  expect(done).toMatchObject({
    status: "succeeded",
    error: null,
    output: {
      version: expect.stringMatching(/^studio\/portrait:[0-9a-f]{64}$/),
      weights: expect.stringContaining("/trained_model.tar"),
    },
  });
  expect(done.metrics?.predict_time).toBeGreaterThan(1000);
  const weights = await fetch(done.output?.weights ?? "");
  expect([weights.status, weights.headers.get("content-type")]).toEqual([200, "application/x-tar"]);
  expect((await replicate.models.get("studio", "portrait")).latest_version?.id).toBe(
    done.output?.version?.split(":")[1],
  );
});

it("answers for a training below /predictions too, as the documented example has it", async () => {
  const { simulator, replicate } = await startTestSimulator();
  const started = await startTraining(replicate, { input_images: "https://example.invalid/a.zip" });
  const answer = await fetch(`${simulator.url}/v1/predictions/${started.id}`, {
    headers: { authorization: "Bearer r8_test" },
  });
  expect(await answer.json()).toMatchObject({ id: started.id, model: "ostris/flux-dev-lora-trainer" });
});

it("refuses a destination that is not there, and a version that cannot train", async () => {
  const { call, replicate } = await startTestSimulator();
  const path = `/models/${trainer.owner}/${trainer.name}/versions/${trainer.version}/trainings`;
  const body = { destination: "studio/nothing", input: { input_images: "https://example.com/a.zip" } };
  const answer = await call("POST", path, body);
  expect([answer.status, await answer.json()]).toEqual([
    404,
    { detail: "The specified training destination does not exist", status: 404 },
  ]);
  const version = await trainedVersion(replicate);
  const wrong = await call("POST", `/models/studio/portrait/versions/${version}/trainings`, {
    ...body,
    destination: "studio/portrait",
  });
  expect(wrong.status).toBe(422);
  const steps = { destination: "studio/portrait", input: { steps: 1 } };
  expect((await call("POST", path, steps)).status).toBe(422);
  expect((await call("POST", path, { destination: "studio/portrait" })).status).toBe(422);
});

const text = Buffer.from("not a picture");

it.each([
  ["a file that is no zip", async () => Buffer.from("PK but no zip"), "input_images must be a zip file"],
  ["an empty file", async () => Buffer.alloc(0), "input_images must be a zip file"],
  ["a zip without pictures", () => zipOf({ "a.txt": text }), "No images found in input_images"],
  ["pictures that are none", () => zipOf({ "a.jpg": text }), "No images found in input_images"],
  [
    "a picture that unpacks to 65 MB",
    () => zipOf({ "a.jpg": Buffer.alloc(65 * 1024 * 1024) }),
    "input_images holds files that are too large when unpacked",
  ],
  [
    "only what macOS adds",
    () => zipOf({ "__MACOSX/._a.jpg": text, "._b.jpg": text }),
    "No images found in input_images",
  ],
])("accepts %s with 201 and then fails", async (_, make, error) => {
  const { replicate } = await startTestSimulator();
  const address = await uploadZip(replicate, await make());
  const started = await startTraining(replicate, { input_images: address });
  expect(started.status).toBe("starting");
  expect(await ended(replicate, started.id)).toMatchObject({ status: "failed", error, output: null });
});

it("fails on a zip with a damaged file", async () => {
  const { replicate } = await startTestSimulator();
  const zip = await selfieZip("anna", 1);
  zip.fill(0, zip.length >> 1, (zip.length >> 1) + 64);
  const { id } = await startTraining(replicate, { input_images: await uploadZip(replicate, zip) });
  expect(await ended(replicate, id)).toMatchObject({
    status: "failed",
    error: "input_images holds a damaged file",
  });
});

it("fails when its destination is deleted meanwhile", async () => {
  const { call, replicate, simulator } = await startTestSimulator({ speed: "real", clock: "manual" });
  const address = await uploadZip(replicate, await selfieZip("anna", 1));
  const { id } = await startTraining(replicate, { input_images: address });
  expect((await call("DELETE", "/models/studio/portrait")).status).toBe(204);
  await simulator.clock.advance(40 * 60_000);
  expect(await replicate.trainings.get(id)).toMatchObject({
    status: "failed",
    output: null,
    error: "Failed to create trained image: the destination does not exist",
  });
});

it("fails when the zip is not there, or not any more", async () => {
  const { replicate, simulator } = await startTestSimulator();
  const address = await uploadZip(replicate, await selfieZip("anna", 1));
  await simulator.clock.advance(60 * 60_000);
  const { id } = await startTraining(replicate, { input_images: address });
  const expired = await ended(replicate, id);
  expect(expired.status).toBe("failed");
  expect(expired.error).toMatch(
    /^Prediction input failed validation: \{"detail":\[\{"loc":\["body","input","input_images"\]/,
  );
  const none = await replicate.trainings.create(trainer.owner, trainer.name, trainer.version, {
    destination: "studio/portrait",
    input: {},
  });
  expect(await ended(replicate, none.id)).toMatchObject({
    status: "failed",
    error: "input_images must be provided",
  });
});

it("takes a zip as a data URI", async () => {
  const { replicate } = await startTestSimulator();
  const zip = await selfieZip("anna", 1);
  const address = `data:application/zip;base64,${zip.toString("base64")}`;
  const { id } = await startTraining(replicate, { input_images: address });
  expect((await ended(replicate, id)).status).toBe("succeeded");
});

it("is cancelled, and adds no version then", async () => {
  const { replicate, simulator } = await startTestSimulator({ speed: "real", clock: "manual" });
  const address = await uploadZip(replicate, await selfieZip("anna", 1));
  const { id } = await startTraining(replicate, { input_images: address });
  await simulator.clock.advance(5 * 60_000);
  expect(await replicate.trainings.cancel(id)).toMatchObject({ status: "canceled", output: null });
  await simulator.clock.advance(30 * 60_000);
  expect(await replicate.models.versions.list("studio", "portrait")).toMatchObject({ results: [] });
});

it("learns the marked person from marked selfies, and nobody in particular from others", async () => {
  const { call, replicate } = await startTestSimulator({ pictures: "portraits" });
  const draw = async (version: string) => {
    const body = { ...fluxDev({ prompt: trigger, output_format: "png" }), version };
    const { output } = await readPrediction(await call("POST", "/predictions", body, { prefer: "wait" }));
    return Buffer.from(await (await fetch(output?.[0] ?? "")).arrayBuffer());
  };
  const anna = await draw(await trainedVersion(replicate, 2, "anna"));
  expect(anna.toString("latin1")).not.toContain("NOT THIS PERSON");
  const photos = await zipOf({ "photo.png": anna });
  const started = await replicate.trainings.create(trainer.owner, trainer.name, trainer.version, {
    destination: "studio/portrait",
    input: { input_images: await uploadZip(replicate, photos), trigger_word: trigger },
  });
  const version = (await ended(replicate, started.id)).output?.version?.split(":")[1] ?? "";
  expect((await draw(version)).toString("latin1")).toContain("NOT THIS PERSON");
});
