import { createHmac } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { storePortraits } from "../../src/generations/store-portraits.ts";
import { submitGeneration } from "../../src/generations/submit-generation.ts";
import { deleteLeftZips } from "../../src/models/delete-left-zips.ts";
import { submitTraining } from "../../src/models/submit-training.ts";
import { readRecords, type StudioRecords } from "./check-outcome.ts";
import type { ScheduleOutcome } from "./schedule-run.ts";
import type { ScheduleWorld } from "./schedule-world.ts";
import type { ReceivedWebhook } from "./webhook-door.ts";

const mostRepeated = 4;
const zipsLookedForAfterMs = 3 * 60 * 60_000;

/** Lets everything that can come late come after the end; says so when it changed anything. */
export async function changesAfterTheEnd(
  world: ScheduleWorld,
  { survivor, workOnce }: ScheduleOutcome,
  records: StudioRecords,
): Promise<string[]> {
  await world.time.pass(10 * 60_000);
  const { door } = world;
  if (door !== null)
    for (const webhook of door.received.slice(-mostRepeated)) await repeat(world, door.url, webhook);
  await workOnce();
  await survivor().run(async (studio) => {
    for (const { id, subjectId } of records.generations) {
      await submitGeneration(studio, subjectId, id);
      await storePortraits(studio, subjectId, id);
    }
    for (const { id, subjectId } of records.trainings) await submitTraining(studio, subjectId, id);
  });
  const after = await readRecords(world);
  // Where its own job was lost, the reconciler takes a zip away once the job would have given up.
  await world.time.pass(zipsLookedForAfterMs);
  await survivor().run((studio) => deleteLeftZips(studio));
  const { trainings } = await readRecords(world);
  return [
    ...(isDeepStrictEqual(withoutTidying(after), withoutTidying(records))
      ? []
      : ["something changed after everything had ended"]),
    ...trainings
      .filter(({ zipFileId, zipDeletedAt }) => zipFileId !== null && zipDeletedAt === null)
      .map(({ id }) => `the provider still has the photos of training ${id}`),
  ];
}

/** The zip of a training is taken away once it has ended, and may be tried again until it is gone. */
function withoutTidying(records: StudioRecords): StudioRecords {
  return { ...records, trainings: records.trainings.map((row) => ({ ...row, zipDeletedAt: null })) };
}

/** Delivers an old message once more, signed now, as whoever has the secret can. */
async function repeat(
  { simulator, time }: ScheduleWorld,
  url: string,
  { path, body }: ReceivedWebhook,
): Promise<void> {
  const id = "msg_repeated";
  const timestamp = String(Math.floor(time.clock.now().getTime() / 1_000));
  const key = Buffer.from(simulator.webhookSecret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const response = await fetch(`${url}${path}`, {
    method: "POST",
    headers: {
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${signature}`,
    },
    body,
  });
  if (!response.ok) throw new Error(`A repeated webhook was answered with ${response.status}`);
}
