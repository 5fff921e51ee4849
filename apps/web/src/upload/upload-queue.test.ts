import { describe, expect, it } from "vitest";

import { createUploadQueue, type UploadProblem } from "./upload-queue.ts";

const photo = (name: string) => new File(["pixels"], name, { type: "image/jpeg" });
const refusal: UploadProblem = { is: "refused", refusal: { what: "Not a picture.", fix: "Choose one." } };

/** A queue whose photos arrive when the test says so. */
function createQueue() {
  const travelling = new Map<
    string,
    {
      arrive: (problem: UploadProblem | null) => Promise<void>;
      progress: (share: number) => void;
      signal: AbortSignal;
    }
  >();
  const rests: { taken: number; refused: number }[] = [];
  let keys = 0;
  const queue = createUploadQueue({
    atOnce: 2,
    newKey: () => `key ${(keys += 1)}`,
    onRested: (outcome) => rests.push(outcome),
    send: (file, progress, signal) =>
      new Promise((resolve) => {
        const arrive = async (problem: UploadProblem | null) => {
          travelling.delete(file.name);
          resolve(problem);
          // The queue goes on in the microtasks after the answer.
          await Promise.resolve();
          await Promise.resolve();
        };
        travelling.set(file.name, { arrive, progress, signal });
      }),
  });
  const states = () => queue.current().map(({ file, state }) => `${file.name} ${state.is}`);
  return { queue, travelling, rests, states };
}

describe("photos on their way", () => {
  it("travel two at a time, the others wait in line", async () => {
    const { queue, travelling, states } = createQueue();
    queue.add([photo("a"), photo("b"), photo("c")]);
    expect(states()).toEqual(["a sending", "b sending", "c waiting"]);
    await travelling.get("a")?.arrive(null);
    expect(states()).toEqual(["b sending", "c sending"]);
  });

  it("show the share that has left, then that they are being checked", () => {
    const { queue, travelling, states } = createQueue();
    queue.add([photo("a")]);
    travelling.get("a")?.progress(0.4);
    expect(queue.current()[0]?.state).toEqual({ is: "sending", share: 0.4 });
    travelling.get("a")?.progress(1);
    expect(states()).toEqual(["a checking"]);
  });

  it("that are refused stay with their reason and hold up nobody", async () => {
    const { queue, travelling, states, rests } = createQueue();
    queue.add([photo("a"), photo("b"), photo("c")]);
    await travelling.get("a")?.arrive(refusal);
    expect(queue.current()[0]?.state).toEqual(refusal);
    await travelling.get("b")?.arrive(null);
    await travelling.get("c")?.arrive(null);
    expect(states()).toEqual(["a refused"]);
    expect(rests).toEqual([{ taken: 2, refused: 1 }]);
  });

  it("that did not get through can be sent again", async () => {
    const { queue, travelling, states } = createQueue();
    queue.add([photo("a")]);
    await travelling.get("a")?.arrive({ is: "failed" });
    expect(states()).toEqual(["a failed"]);
    queue.retry("key 1");
    expect(states()).toEqual(["a sending"]);
    await travelling.get("a")?.arrive(null);
    expect(states()).toEqual([]);
  });

  it("are stopped when they are dropped, and the next one starts", async () => {
    const { queue, travelling, states, rests } = createQueue();
    queue.add([photo("a"), photo("b"), photo("c")]);
    const dropped = travelling.get("a");
    queue.drop("key 1");
    expect(dropped?.signal.aborted).toBe(true);
    dropped?.progress(0.9);
    await dropped?.arrive({ is: "failed" });
    expect(states()).toEqual(["b sending", "c sending"]);
    expect(rests).toEqual([]);
  });

  it("tell those who listen about every change, until they stop listening", () => {
    const { queue } = createQueue();
    let changes = 0;
    const stop = queue.subscribe(() => (changes += 1));
    queue.add([photo("a")]);
    expect(changes).toBeGreaterThan(0);
    stop();
    const before = changes;
    queue.add([photo("b")]);
    expect(changes).toBe(before);
  });
});
