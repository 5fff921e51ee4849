import { afterEach, describe, expect, test } from "vitest";
import sharp from "sharp";
import { testImageWork } from "../../test/images/test-image-work.ts";
import { ImageWorkFullError, createImageWork } from "./image-work.ts";

afterEach(() => {
  createImageWork({ concurrency: 1, maximumWaiting: 1 });
});

describe("picture work", () => {
  test("runs no more tasks at once than it was told, and all of them in the end", async () => {
    const work = createImageWork({ concurrency: 2, maximumWaiting: 10 });
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return most;
    };

    const finished = await Promise.all(Array.from({ length: 10 }, () => work.run(task)));
    expect(finished).toHaveLength(10);
    expect(most).toBe(2);
  });

  test("refuses a task when too many wait, and takes one again when there is room", async () => {
    const work = createImageWork({ concurrency: 1, maximumWaiting: 2 });
    const gate = Promise.withResolvers<string>();
    const waiting = [1, 2, 3].map(() => work.run(() => gate.promise));

    await expect(work.run(async () => "one too many")).rejects.toMatchObject({
      code: "image_work_full",
      waiting: 2,
    });
    gate.resolve("done");
    expect(await Promise.all(waiting)).toEqual(["done", "done", "done"]);
    expect(await work.run(async () => "room again")).toBe("room again");
  });

  test("without any waiting allowed still runs what there is room for", async () => {
    const work = createImageWork({ concurrency: 1, maximumWaiting: 0 });
    const gate = Promise.withResolvers<string>();
    const first = work.run(() => gate.promise);

    await expect(work.run(async () => "second")).rejects.toBeInstanceOf(ImageWorkFullError);
    gate.resolve("first");
    expect(await first).toBe("first");
  });

  test("goes on after a task that failed, and passes its failure on", async () => {
    const work = createImageWork({ concurrency: 1, maximumWaiting: 5 });
    await expect(work.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await work.run(async () => "next")).toBe("next");
  });

  test("leaves no decoded pixels in a cache", async () => {
    await testImageWork.run(() =>
      sharp({ create: { width: 64, height: 64, channels: 3, background: "red" } })
        .png()
        .toBuffer(),
    );
    expect(sharp.cache()).toMatchObject({ memory: { max: 0 }, items: { max: 0 }, files: { max: 0 } });
  });
});
