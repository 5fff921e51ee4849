import { parseProgressFromLogs, validateWebhook } from "replicate";
import sharp from "sharp";
import { expect, it } from "vitest";
import { openapiReason } from "./openapi-document.ts";
import { startTestSimulator } from "./start-test-simulator.ts";
import { trainedVersion, trigger } from "./trained-version.ts";
import { startWebhookReceiver } from "./webhook-receiver.ts";

it(`trains a model on selfies and draws marked portraits with it${openapiReason}`, async () => {
  const { replicate, simulator } = await startTestSimulator({ pictures: "portraits" });
  const receiver = await startWebhookReceiver();
  const version = await trainedVersion(replicate);

  const prediction = await replicate.predictions.create({
    version,
    input: {
      prompt: `${trigger}, calm, city street`,
      aspect_ratio: "3:4",
      megapixels: "0.25",
      num_outputs: 2,
      output_format: "png",
      seed: 7,
    },
    webhook: `${receiver.url}?id=1`,
    wait: 60,
  });
  await receiver.arrived(2);

  expect(prediction.output).toHaveLength(2);
  expect(prediction.logs).toContain("Using seed: 7\n");
  expect(prediction.logs).toContain("Total safe images: 2 out of 2");
  expect(parseProgressFromLogs(prediction.logs ?? "")).toMatchObject({ current: 28, total: 28 });
  expect(receiver.received.map(({ body }) => body["status"])).toEqual(["processing", "succeeded"]);
  for (const message of receiver.received) {
    const { headers, raw } = message;
    const valid = await validateWebhook(
      {
        id: String(headers["webhook-id"]),
        timestamp: String(headers["webhook-timestamp"]),
        signature: String(headers["webhook-signature"]),
        body: raw,
        secret: simulator.webhookSecret,
      },
      globalThis.crypto,
    );
    expect(valid).toBe(true);
  }
  const [address] = prediction.output as string[];
  const picture = Buffer.from(await (await fetch(address ?? "")).arrayBuffer());
  const { format, width, height, exif, xmpAsString } = await sharp(picture).metadata();
  expect({ format, width, height }).toEqual({ format: "png", width: 448, height: 576 });
  expect(exif?.toString("latin1")).toContain("SIMULATED");
  expect(xmpAsString).toContain("trainedAlgorithmicMedia");
});
