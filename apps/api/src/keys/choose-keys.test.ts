import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testKey } from "../../test/test-keyring.ts";
import { chooseKeys } from "./choose-keys.ts";
import { formatKey } from "./parse-keys.ts";

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});
const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-keys-"));
  folders.push(folder);
  return folder;
};
const secret = "a secret that two processes share, of 32 characters and more";

test("without any setting a key is made once, kept, and readable by its owner alone", async () => {
  const folder = await freshFolder();
  const first = await chooseKeys({ keys: undefined, secrets: [], folder });
  expect(first).toHaveLength(1);
  expect(await chooseKeys({ keys: undefined, secrets: [], folder })).toEqual(first);
  expect((await stat(join(folder, "studio-keys"))).mode & 0o777).toBe(0o600);
});

test("processes with one session secret have one key, whatever folder they have, and leave no file", async () => {
  const [here, there] = [await freshFolder(), await freshFolder()];
  const keys = await chooseKeys({ keys: undefined, secrets: [secret], folder: here });
  expect(await chooseKeys({ keys: undefined, secrets: [secret], folder: there })).toEqual(keys);
  await expect(readFile(join(here, "studio-keys"))).rejects.toThrow("ENOENT");
  expect(JSON.stringify(keys)).not.toContain(secret);
});

test("a session secret that is given later does not lose the keys that were kept", async () => {
  const folder = await freshFolder();
  const kept = await chooseKeys({ keys: undefined, secrets: [], folder });
  const keys = await chooseKeys({ keys: undefined, secrets: [secret], folder });
  expect(keys.slice(1)).toEqual(kept);
});

test("keys that are given are all there is", async () => {
  const folder = await freshFolder();
  const given = [testKey("newer", 2), testKey("older", 1)];
  expect(await chooseKeys({ keys: given, secrets: [secret], folder })).toBe(given);
});

test("a file that is no list of keys is refused by name, and its text is not repeated", async () => {
  const folder = await freshFolder();
  await writeFile(join(folder, "studio-keys"), `${formatKey(testKey("good", 1))}\nnonsense-of-somebody`);
  const chosen = chooseKeys({ keys: undefined, secrets: [], folder });
  await expect(chosen).rejects.toThrow("studio-keys is not a list of keys: key 2");
  await expect(chosen).rejects.not.toThrow("nonsense");
});
