import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { RecordStore } from "./record-store.ts";

const schema = z.strictObject({ id: z.string(), sequence: z.number(), text: z.string() });

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "record-store-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

it("finds everything again, oldest first, also under ids with slashes", async () => {
  const folder = await newFolder();
  const store = await RecordStore.open(folder, "notes", schema);
  await store.put({ id: "a/b", sequence: 2, text: "second" });
  await store.put({ id: "c", sequence: 1, text: "first" });
  await store.put({ id: "gone", sequence: 3, text: "third" });
  await store.remove("gone");
  await store.update("c", (record) => ({ ...record, text: "changed" }));

  const reopened = await RecordStore.open(folder, "notes", schema);
  expect(reopened.all()).toEqual([
    { id: "c", sequence: 1, text: "changed" },
    { id: "a/b", sequence: 2, text: "second" },
  ]);
  expect(reopened.lastSequence()).toBe(2);
});

it("ends with the latest of many puts, and leaves nothing half written behind", async () => {
  const folder = await newFolder();
  const store = await RecordStore.open(folder, "notes", schema);
  const puts = Array.from({ length: 50 }, (_, index) =>
    store.put({ id: "a", sequence: 1, text: String(index) }),
  );
  await Promise.all(puts);
  expect((await RecordStore.open(folder, "notes", schema)).get("a")?.text).toBe("49");
  expect(await readdir(join(folder, "notes"))).toEqual(["a.json"]);
});

it("removes what a killed process left half written", async () => {
  const folder = await newFolder();
  const store = await RecordStore.open(folder, "notes", schema);
  await store.put({ id: "a", sequence: 1, text: "kept" });
  await writeFile(join(folder, "notes", "a.json.7.tmp"), '{"id":');
  expect((await RecordStore.open(folder, "notes", schema)).get("a")?.text).toBe("kept");
  expect(await readdir(join(folder, "notes"))).toEqual(["a.json"]);
});

it.each(["not JSON", '{"id":"a"}'])("names a file it cannot read: %s", async (content) => {
  const folder = await newFolder();
  await RecordStore.open(folder, "notes", schema);
  await writeFile(join(folder, "notes", "a.json"), content);
  await expect(RecordStore.open(folder, "notes", schema)).rejects.toThrow(/a\.json is not/);
});
