import { expect, it } from "vitest";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { readTrainingZip } from "./read-training-zip.ts";

async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addEmptyDirectory("folder");
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

it("lists files in folders too, without folders and what macOS adds, and unpacks each when asked", async () => {
  const bytes = await zipOf({
    "a.jpg": "a",
    "folder/b.png": "b",
    "a.txt": "caption",
    "._a.jpg": "x",
    "folder/._b.png": "x",
    "__MACOSX/folder/b.png": "x",
  });
  const zip = await readTrainingZip(bytes);
  expect(zip).toMatchObject({ ok: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const entries = zip.ok ? zip.entries : [];
  const read = await Promise.all(entries.map(async (entry) => [entry.name, (await entry.read()).toString()]));
  expect(read).toEqual([
    ["a.jpg", "a"],
    ["folder/b.png", "b"],
    ["a.txt", "caption"],
  ]);
});

it.each([
  ["nothing", Buffer.alloc(0)],
  ["text", Buffer.from("PK\u0003\u0004 but no zip")],
])("refuses %s", async (_, bytes) => {
  expect(await readTrainingZip(bytes)).toEqual({ ok: false, error: "input_images must be a zip file" });
});

it("refuses a zip that was cut off", async () => {
  const bytes = await zipOf({ "a.jpg": "a".repeat(1000) });
  expect(await readTrainingZip(bytes.subarray(0, bytes.length - 30))).toMatchObject({ ok: false });
});
