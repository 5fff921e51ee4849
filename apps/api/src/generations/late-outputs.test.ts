import { expect, test } from "vitest";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { type ImageStore, StorageUnavailableError } from "../images/image-store.ts";
import { reconcileDueWork } from "../jobs/start-reconciler.ts";

const minuteMs = 60_000;

describeOnBothDatabases("finished pictures that cannot be copied", (open) => {
  test("raise an alarm a quarter of an hour before they are gone, which the person and the operator see, and end well when storage works again", async () => {
    await using opened = await open();
    let aheadMs = 0;
    let full = false;
    const wrapImages = (images: ImageStore): ImageStore => ({
      ...images,
      put: (key, bytes, contentType) =>
        full
          ? Promise.reject(
              new StorageUnavailableError("put", key, Object.assign(new Error("full"), { code: "ENOSPC" })),
            )
          : images.put(key, bytes, contentType),
    });
    await using studio = await createTestStudio({
      database: opened.database,
      clock: { now: () => new Date(Date.now() + aheadMs) },
      wrapImages,
    });
    const ada = await signUpWithModel(studio.url);
    full = true;
    const { id: generationId } = await ada.api.generations.create.mutate({ brief: "at sea" });
    const look = () => ada.api.generations.get.query({ generationId });
    await expect.poll(async () => (await look()).status, patience).toBe("storing");
    const alarms = () =>
      studio
        .logged()
        .split("\n")
        .filter((line) => line.includes('"alarm":"outputs-late"'));
    const lookAfterAt = async (ms: number) => {
      aheadMs = ms;
      await reconcileDueWork(studio.studio);
    };

    await lookAfterAt(40 * minuteMs);
    expect(await look()).toMatchObject({ status: "storing", alarm: null, error: null });
    expect(alarms()).toEqual([]);

    await lookAfterAt(46 * minuteMs);
    await lookAfterAt(48 * minuteMs);
    expect(await look()).toMatchObject({
      status: "storing",
      error: null,
      alarm: { code: "outputs-late", message: expect.stringContaining("goes on trying") as string },
    });
    expect(alarms()).toHaveLength(1);
    expect(JSON.parse(alarms()[0] ?? "")).toMatchObject({ level: 50, generationId });

    full = false;
    await lookAfterAt(50 * minuteMs);
    expect(await untilGenerationEnds(ada, generationId)).toMatchObject({
      status: "succeeded",
      alarm: null,
      error: null,
      portraits: [{ index: 0 }],
    });
  });
});
