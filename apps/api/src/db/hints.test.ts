import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { TestDatabase } from "../../test/create-test-database.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { patience } from "../../test/ready-subject.ts";
import { actingAs } from "./acting-as.ts";
import type { Database } from "./database.ts";
import { createHintSender, hintAfterCommit } from "./hints.ts";

const channel = "hints_of_the_test";

describeOnBothDatabases("a hint", (open) => {
  let opened: TestDatabase;
  let heard: string[];
  beforeAll(async () => {
    opened = await open();
    heard = [];
    await opened.database.listen(channel, (payload) => heard.push(payload));
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  test("goes out once when its transaction has committed, and never when it is rolled back", async () => {
    const acting = actingAs(opened.database);
    const [kept, lost] = [v7(), v7()];
    const refused = acting(lost, async (tx) => {
      hintAfterCommit(tx, { channel, payload: lost });
      await Promise.reject(new Error("rolled back"));
    });
    await expect(refused).rejects.toThrow("rolled back");
    await acting(kept, async (tx) => {
      hintAfterCommit(tx, { channel, payload: kept });
      hintAfterCommit(tx, { channel, payload: kept });
      await Promise.resolve();
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toContain(kept), patience);
    expect(heard).toEqual([kept]);
  });
});

test("hints of one moment go out in one statement, and one that fails takes no later one with it", async () => {
  const sent: string[] = [];
  let failures = 1;
  const executeSql: Database["executeSql"] = (_text, values) => {
    sent.push(String(values?.[0]));
    failures -= 1;
    return failures >= 0 ? Promise.reject(new Error("the connection broke")) : Promise.resolve({ rows: [] });
  };
  // Safe: it uses nothing else.
  const send = createHintSender({ executeSql } as Database);
  const hint = (payload: string) => ({ channel, payload });
  await Promise.all([send([hint("a")]), send([hint("b"), hint("a")])]);
  await Promise.all([send([hint("c")]), send([hint("d")])]);
  expect(sent).toEqual([
    JSON.stringify([
      [channel, "a"],
      [channel, "b"],
    ]),
    JSON.stringify([
      [channel, "c"],
      [channel, "d"],
    ]),
  ]);
});
