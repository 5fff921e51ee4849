import { expect, test } from "vitest";
import { createProofChecks, keptCheckMs, type MadeCheck } from "./proof-checks.ts";

/** A clock that stands still until it is set, and checks that are counted. */
const setUp = () => {
  let nowMs = 0;
  let made = 0;
  const clock = { now: () => new Date(nowMs) };
  const checks = createProofChecks<MadeCheck & { readonly number: number }>(clock);
  const check =
    (portraits = 1) =>
    async () => {
      made += 1;
      return { checkedAt: clock.now(), portraits: Array.from({ length: portraits }), number: made };
    };
  return {
    checks,
    check,
    made: () => made,
    waitMs: (ms: number) => {
      nowMs += ms;
    },
  };
};

test("a first page always checks anew; those behind it go on in its check while that is fresh", async () => {
  const { checks, check, waitMs } = setUp();
  expect((await checks.anew("ada", check())).number).toBe(1);
  expect((await checks.goOn("ada", check())).number).toBe(1);
  expect((await checks.anew("ada", check())).number).toBe(2);
  waitMs(keptCheckMs - 1);
  expect((await checks.goOn("ada", check())).number).toBe(2);
  waitMs(1);
  expect((await checks.goOn("ada", check())).number).toBe(3);
});

test("nobody goes on in somebody else's check", async () => {
  const { checks, check } = setUp();
  await checks.anew("ada", check());
  expect((await checks.goOn("grace", check())).number).toBe(2);
});

test("checks are made one after the other, and one that fails holds up nobody", async () => {
  const { checks, check } = setUp();
  const order: string[] = [];
  const slow = async () => {
    order.push("begun");
    await Promise.resolve();
    order.push("ended");
    return check()();
  };
  const fails = checks.anew("eve", () => Promise.reject(new Error("no")));
  await Promise.all([
    checks.anew("ada", slow),
    checks.anew("grace", slow),
    expect(fails).rejects.toThrow("no"),
  ]);
  expect(order).toEqual(["begun", "ended", "begun", "ended"]);
});

test("what is kept is bounded by number and by size, the oldest going first", async () => {
  const { checks, check, made } = setUp();
  for (let person = 1; person <= 51; person += 1) await checks.anew(`person ${person}`, check());
  await checks.goOn("person 51", check());
  await checks.goOn("person 2", check());
  expect(made()).toBe(51);
  await checks.goOn("person 1", check());
  expect(made()).toBe(52);
  await checks.anew("who has many", check(20_001));
  await checks.goOn("who has many", check());
  expect(made()).toBe(54);
});
