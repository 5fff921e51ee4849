import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceFromZip } from "./difference-from-zip.ts";
import { StorageUnavailableError } from "./image-store.ts";
import { readZipEntries } from "./read-zip-entries.ts";
import { sha256Hex } from "./sha256-hex.ts";
import { type TrainingSetImage, zipTrainingSet } from "./zip-training-set.ts";

const image = (name: string, content: Uint8Array = Buffer.from(`pixels of ${name}`)): TrainingSetImage => ({
  name,
  sha256: sha256Hex(content),
  read: async () => content,
});

async function zipped(images: readonly TrainingSetImage[]) {
  const result = await zipTrainingSet(images);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const five = ["01.jpg", "02.jpg", "03.jpg", "04.jpg", "05.jpg"].map((name) => image(name));

describe("a zipped training set", () => {
  test("holds every selfie under its name, whole", async () => {
    const zip = await zipped(five);

    expect(zip).toMatchObject({ count: 5, sizeBytes: zip.bytes.length, sha256: sha256Hex(zip.bytes) });
    expect(await readZipEntries(zip.bytes)).toEqual(
      five.map(({ name }) => ({ name, bytes: Buffer.from(`pixels of ${name}`) })),
    );
  });

  test("holds each caption beside its selfie, under the same name", async () => {
    const zip = await zipped(five.map((each) => ({ ...each, caption: "a photo of user1234567890" })));
    const entries = await readZipEntries(zip.bytes);

    expect(zip.count).toBe(5);
    expect(entries.map(({ name }) => name)).toEqual(
      five.flatMap(({ name }) => [name, name.replace("jpg", "txt")]),
    );
    expect(entries.filter(({ name }) => name.endsWith(".txt")).map(({ bytes }) => bytes.toString())).toEqual(
      five.map(() => "a photo of user1234567890"),
    );
  });

  test("has the same bytes for the same set, in whatever order it comes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 40 }),
        fc.uint8Array({ maxLength: 3_000 }),
        async (numbers, content) => {
          const images = numbers.map((number) => image(`${String(number).padStart(2, "0")}.jpg`, content));
          const [one, other] = [await zipped(images), await zipped(images.toReversed())];
          expect(one.sha256).toBe(other.sha256);
          expect((await readZipEntries(one.bytes)).map(({ name }) => name)).toEqual(
            images.map(({ name }) => name).toSorted(),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test("has the same bytes in every time zone", async () => {
    const source = `
      const { zipTrainingSet } = await import(${JSON.stringify(fileURLToPath(new URL("./zip-training-set.ts", import.meta.url)))});
      const sha256 = ${JSON.stringify(sha256Hex(Buffer.from("x")))};
      const { value } = await zipTrainingSet([{ name: "01.jpg", sha256, read: async () => Buffer.from("x") }]);
      process.stdout.write(value.sha256);`;
    const hashes = await Promise.all(
      ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"].map(async (zone) => {
        const run = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", source], {
          env: { TZ: zone },
        });
        return run.stdout;
      }),
    );
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(hashes).size).toBe(1);
  });

  test("is not made of nothing", async () => {
    expect(await zipTrainingSet([])).toEqual({ ok: false, error: { code: "training_set_empty" } });
  });

  test("is not made when images are missing, altered, or named so that a trainer would skip them; all are named", async () => {
    const images = [
      image("01.jpg"),
      { ...image("02.jpg"), read: async () => undefined },
      { ...image("03.jpg"), sha256: sha256Hex(Buffer.from("another face")) },
      image("04.jpg"),
      image("04.jpg"),
      image("__MACOSX/05.jpg"),
      image("../06.jpg"),
      image("._07.jpg"),
    ];
    expect(await zipTrainingSet(images)).toEqual({
      ok: false,
      error: {
        code: "training_set_broken",
        images: [
          { name: "../06.jpg", problem: "name-invalid" },
          { name: "._07.jpg", problem: "name-invalid" },
          { name: "02.jpg", problem: "missing" },
          { name: "03.jpg", problem: "altered" },
          { name: "04.jpg", problem: "name-repeated" },
          { name: "__MACOSX/05.jpg", problem: "name-invalid" },
        ],
      },
    });
  });

  test("passes on that storage is unavailable, which says nothing about the images", async () => {
    const failure = new StorageUnavailableError("get", "subjects/x.jpg", new Error("gone"));
    const images = [image("01.jpg"), { ...image("02.jpg"), read: () => Promise.reject(failure) }];
    await expect(zipTrainingSet(images)).rejects.toBe(failure);
  });
});

describe("reading a zip back", () => {
  test("finds nothing wrong with what was packed", async () => {
    expect(await differenceFromZip(five, (await zipped(five)).bytes)).toBeUndefined();
  });

  test("names an entry whose bytes changed", async () => {
    const { bytes } = await zipped(five);
    const changed = Buffer.from(bytes);
    changed.write("P", changed.indexOf("pixels of 03.jpg"), "latin1");
    expect(await differenceFromZip(five, changed)).toMatch(/03\.jpg|CRC|crc/);
  });

  test("counts entries that are missing or too many", async () => {
    const { bytes } = await zipped(five.slice(1));
    expect(await differenceFromZip(five, bytes)).toBe("4 entries for 5 images");
    expect(await differenceFromZip(five.slice(2), bytes)).toBe("4 entries for 3 images");
  });

  test("names an entry that belongs to another set", async () => {
    const { bytes } = await zipped([...five.slice(1), image("06.jpg")]);
    expect(await differenceFromZip(five, bytes)).toBe("not as frozen: 06.jpg");
  });

  test("says when a zip is cut off or none at all", async () => {
    const { bytes } = await zipped(five);
    for (const broken of [bytes.subarray(0, bytes.length - 30), Buffer.from("no zip"), Buffer.alloc(0)]) {
      expect(await differenceFromZip(five, broken)).toMatch(/^the zip cannot be read back: /);
    }
  });
});
