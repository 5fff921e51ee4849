import { expect, it } from "vitest";
import { SeededRandom } from "../random/seeded-random.ts";
import { FaultBoard } from "./fault-board.ts";

const board = (seed = 1) => new FaultBoard(SeededRandom.from(seed));
const post = { method: "POST", path: "/predictions", creates: true };

it("makes a rule happen as often as it says, after as many as it skips", () => {
  const faults = board();
  faults.add({ kind: "server-error", skip: 1, times: 2 });
  const happened = Array.from({ length: 5 }, () => faults.takeForRequest(post).length);
  expect(happened).toEqual([0, 1, 1, 0, 0]);
  expect(faults.list()).toMatchObject([{ id: 1, happened: 2 }]);
});

it("matches method and path, with a star for any one segment", () => {
  const faults = board();
  faults.add({ kind: "dropped-after", method: "post", path: "/models/*/*/predictions" });
  const kinds = (path: string, method = "POST") =>
    faults.takeForRequest({ method, path, creates: true }).length;
  expect(kinds("/models/a/b/predictions")).toBe(1);
  expect(kinds("/models/a/b/predictions", "GET")).toBe(0);
  expect(kinds("/predictions")).toBe(0);
});

it("lets one thing go wrong with a request, and keeps the other rule for the next", () => {
  const faults = board();
  faults.add({ kind: "dropped-before", times: 1 });
  faults.add({ kind: "dropped-after", times: 1 });
  faults.add({ kind: "slow-answer", delayMs: 5, times: 2 });
  const kinds = () => faults.takeForRequest(post).map(({ kind }) => kind);
  expect([kinds(), kinds(), kinds()]).toEqual([
    ["dropped-before", "slow-answer"],
    ["dropped-after", "slow-answer"],
    [],
  ]);
});

it("refuses credit only where something is made", () => {
  const faults = board();
  faults.add({ kind: "insufficient-credit" });
  expect(faults.takeForRequest({ ...post, method: "GET", creates: false })).toEqual([]);
  expect(faults.takeForRequest(post)).toMatchObject([{ kind: "insufficient-credit" }]);
});

it("follows its probability, the same way for the same seed", () => {
  const draw = (seed: number) => {
    const faults = board(seed);
    faults.add({ kind: "throttled", probability: 0.3 });
    return Array.from({ length: 400 }, () => faults.takeForRequest(post).length);
  };
  const happened = draw(1).reduce((sum, count) => sum + count, 0);
  expect(draw(1)).toEqual(draw(1));
  expect(happened).toBeGreaterThan(80);
  expect(happened).toBeLessThan(160);
});

it("tells work and webhooks apart", () => {
  const faults = board();
  faults.add({ kind: "nsfw-all", promptIncludes: "beach" });
  faults.add({ kind: "webhook-lost", event: "completed" });
  expect(faults.takeForJob({ kind: "prediction", prompt: "on a beach" })).toHaveLength(1);
  expect(faults.takeForJob({ kind: "prediction", prompt: "in town" })).toEqual([]);
  expect(faults.takeForWebhook({ job: "prediction", event: "completed" })).toHaveLength(1);
  expect(faults.takeForWebhook({ job: "prediction", event: "output" })).toEqual([]);
});

it("names what is wrong with a fault, and forgets what it is told to forget", () => {
  const faults = board();
  expect(() => faults.add({ kind: "throttled", probability: 2 })).toThrow(/probability/);
  const id = faults.add({ kind: "failed" });
  faults.setCredit("none");
  expect(faults.remove(id)).toBe(true);
  expect(faults.remove(id)).toBe(false);
  faults.clear();
  expect(faults.credit).toBe("plenty");
});
