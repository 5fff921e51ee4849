import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { pngChunk, pngHeader, pngSignature } from "../../test/images/png-chunk.ts";
import { photo } from "../../test/photo.ts";
import { patience, signUpWithPhotos, untilTrainingEnds } from "../../test/ready-subject.ts";
import { type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { uploadForm } from "../../test/upload-form.ts";
import { StorageUnavailableError } from "../images/image-store.ts";

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 90, g: 140, b: width % 256 } } });

describeOnBothDatabases("selfies", (open, kind) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  /** Somebody none of whose uploads is ever taken. */
  let unlucky: SignedUp;
  let storageFails: (key: string) => boolean = () => false;
  let deletionFails = false;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(
      await createTestStudio({
        database,
        wrapImages: (images) => ({
          ...images,
          put: async (key, bytes, contentType) => {
            if (storageFails(key))
              throw new StorageUnavailableError("put", key, new Error("the disk is full"));
            await images.put(key, bytes, contentType);
          },
          delete: (key) => {
            if (deletionFails)
              throw new StorageUnavailableError("delete", key, new Error("the disk is gone"));
            return images.delete(key);
          },
        }),
      }),
    );
    unlucky = await signUpWithConsent(server.url);
  });
  afterEach(() => {
    storageFails = () => false;
    deletionFails = false;
  });
  afterAll(() => disposal.disposeAsync());

  /** The files in storage that are this person's. */
  const filesOf = async ({ api }: SignedUp) => {
    const { id } = await api.account.get.query();
    const names = await readdir(join(server.imageFolder, "subjects", id, "selfies")).catch(() => []);
    return names.toSorted((a, b) => (a < b ? -1 : 1));
  };
  const listed = async ({ api }: SignedUp) => (await api.selfies.list.query()).selfies;

  test("an upload becomes an upright picture without its camera's data, with three smaller copies", async () => {
    const person = await signUpWithConsent(server.url);
    const taken = await plain(900, 600)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 24/1" } })
      .toBuffer();
    const selfie = await person.api.selfies.add.mutate(uploadForm(taken, "../../holiday/me at sea.JPG"));
    expect(selfie).toMatchObject({ fileName: "me at sea.JPG", width: 600, height: 900, drawn: false });
    expect(await listed(person)).toEqual([selfie]);

    const response = await person.fetch(`/images/selfies/${selfie.id}/original`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const { width, height, exif, orientation } = await sharp(bytes).metadata();
    expect({ width, height, exif, orientation }).toMatchObject({ width: 600, height: 900, exif: undefined });
    expect(bytes.includes("GPS")).toBe(false);
    expect(bytes).toHaveLength(selfie.sizeBytes);

    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const files = await filesOf(person);
    expect(files).toHaveLength(4);
    expect(files.every((name) => name.startsWith(sha256))).toBe(true);
    expect(files).toContain(`${sha256}.jpg`);
  });

  test.each<[string, string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["an empty file", "selfie_empty", () => new Uint8Array(), "photo.jpg"],
    ["a text called .jpg", "selfie_not_an_image", () => Buffer.from("dear diary ".repeat(50)), "photo.jpg"],
    [
      "a zip called .png",
      "selfie_not_an_image",
      () => Buffer.from("504b0304140000000800", "hex"),
      "photo.png",
    ],
    ["a GIF", "selfie_type_unsupported", () => plain(600, 600).gif().toBuffer(), "photo.jpg"],
    ["one pixel", "selfie_too_small", () => plain(1, 1).png().toBuffer(), "photo.png"],
    [
      "a header that claims 30,000 pixels",
      "selfie_too_many_pixels",
      () =>
        Buffer.concat([
          pngSignature,
          pngHeader(30_000, 30_000),
          pngChunk("IDAT", deflateSync(Buffer.alloc(1_000))),
          pngChunk("IEND", Buffer.alloc(0)),
        ]),
      "bomb.png",
    ],
    [
      "a picture that is cut off",
      "selfie_undecodable",
      async () => (await plain(1200, 1200).jpeg().toBuffer()).subarray(0, 3_000),
      "photo.jpg",
    ],
  ])("%s is refused by name (%s), and nothing is half done", async (_what, code, bytes, fileName) => {
    const refused = await domainErrorOf(unlucky.api.selfies.add.mutate(uploadForm(await bytes(), fileName)));
    expect(refused).toMatchObject({ code, field: "file", fix: expect.stringMatching(/\S/) });
    expect(await listed(unlucky)).toEqual([]);
    expect(await filesOf(unlucky)).toEqual([]);
  });

  test.each<[string, FormData | string, string | undefined]>([
    ["a form without a file", new FormData(), undefined],
    ["JSON instead of a form", JSON.stringify({ file: "me.jpg" }), "application/json"],
  ])("%s is refused, naming what is missing", async (_what, body, type) => {
    const response = await unlucky.fetch("/trpc/selfies.add", {
      method: "POST",
      body,
      ...(type === undefined ? {} : { headers: { "content-type": type } }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { data: { domain: { code: "input_invalid", message: expect.stringContaining("file") } } },
    });
  });

  test("the same photo again is named after the first, and the first stays", async () => {
    const person = await signUpWithConsent(server.url);
    const bytes = await plain(700, 700).jpeg().toBuffer();
    const { id: selfieId } = await person.api.selfies.add.mutate(uploadForm(bytes, "first.jpg"));
    const files = await filesOf(person);
    expect(await domainErrorOf(person.api.selfies.add.mutate(uploadForm(bytes, "second.jpg")))).toMatchObject(
      {
        code: "selfie_duplicate",
        message: "This is the same photo as first.jpg.",
        field: "file",
        details: { fileName: "first.jpg", selfieId },
      },
    );
    expect(await listed(person)).toMatchObject([{ id: selfieId }]);
    expect(await filesOf(person)).toEqual(files);
  });

  test("the same photo six times at once is there once", async () => {
    const person = await signUpWithConsent(server.url);
    const bytes = await plain(640, 700).jpeg().toBuffer();
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => person.api.selfies.add.mutate(uploadForm(bytes))),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listed(person)).toHaveLength(1);
    expect(await filesOf(person)).toHaveLength(4);
  });

  test("the same photo of two people is two people's photo", async () => {
    const bytes = await plain(720, 700).jpeg().toBuffer();
    const people = [await signUpWithConsent(server.url), await signUpWithConsent(server.url)];
    for (const person of people) await person.api.selfies.add.mutate(uploadForm(bytes));
    for (const person of people) expect(await filesOf(person)).toHaveLength(4);
  });

  test("forty is the most, also when the last ones come at once; what is refused leaves no file", async () => {
    const person = await signUpWithPhotos(server.url, 1);
    const { id } = await person.api.account.get.query();
    // 38 more rows by the database's hand: only the last ones are of interest.
    await server.database.executeSql(`
      insert into selfies select gen_random_uuid(), subject_id, file_name, 'u' || n, 's' || n, size_bytes, width, height,
        placeholder_hash, drawn, created_at from selfies, generate_series(1, 38) n where subject_id = '${id}'`);
    const forms = await Promise.all(Array.from({ length: 3 }, () => photo("late.jpg")));
    const answers = await Promise.all(
      forms.map((form) =>
        person.api.selfies.add.mutate(form).then(
          () => "taken",
          () => "refused",
        ),
      ),
    );
    expect(answers.toSorted()).toEqual(["refused", "refused", "taken"]);
    expect(await listed(person)).toHaveLength(40);
    expect(await filesOf(person)).toHaveLength(8);
    expect(await domainErrorOf(person.api.selfies.add.mutate(await photo("later.jpg")))).toMatchObject({
      code: "selfie_limit_reached",
      details: { maximum: 40 },
    });
  });

  test("a storage that fails half-way is told as such, and leaves neither a row nor a file", async () => {
    const person = await signUpWithConsent(server.url);
    const form = await photo("me.jpg");
    storageFails = (key) => key.endsWith(".webp");
    expect(await domainErrorOf(person.api.selfies.add.mutate(form))).toMatchObject({
      code: "storage_unavailable",
    });
    expect(await listed(person)).toEqual([]);
    expect(await filesOf(person)).toEqual([]);
    expect(server.logged()).toContain("the disk is full");

    storageFails = () => false;
    await person.api.selfies.add.mutate(form);
    expect(await filesOf(person)).toHaveLength(4);
  });

  test("one that is removed is gone from the list and from storage, and removing it again finds nothing", async () => {
    const person = await signUpWithPhotos(server.url, 2);
    const [first, second] = await listed(person);
    await person.api.selfies.remove.mutate({ selfieId: first?.id ?? "" });
    expect(await listed(person)).toEqual([second]);
    expect(await filesOf(person)).toHaveLength(4);
    expect(
      await domainErrorOf(person.api.selfies.remove.mutate({ selfieId: first?.id ?? "" })),
    ).toMatchObject({
      code: "not_found",
    });
  });

  test("one that is removed while storage fails is gone from the list at once, and from storage when it can be", async () => {
    const person = await signUpWithPhotos(server.url, 1);
    const [only] = await listed(person);
    deletionFails = true;
    await person.api.selfies.remove.mutate({ selfieId: only?.id ?? "" });
    expect(await listed(person)).toEqual([]);
    expect(await filesOf(person)).toHaveLength(4);
    deletionFails = false;
    await expect.poll(() => filesOf(person), patience).toEqual([]);
  });

  test("somebody else's cannot be removed, and answers as one that does not exist", async () => {
    const owner = await signUpWithPhotos(server.url, 1);
    const [selfie] = await listed(owner);
    const { api } = await signUpWithConsent(server.url);
    const theirs = await domainErrorOf(api.selfies.remove.mutate({ selfieId: selfie?.id ?? "" }));
    const nobodys = await domainErrorOf(
      api.selfies.remove.mutate({ selfieId: "0197a000-0000-7000-8000-000000000001" }),
    );
    expect(theirs).toEqual(nobodys);
    expect(await listed(owner)).toEqual([selfie]);
  });

  test("one that is removed while a training starts is either in its set, or was gone before", async () => {
    const person = await signUpWithPhotos(server.url, 6);
    const [selfie] = await listed(person);
    const [training, removal] = await Promise.allSettled([
      person.api.models.train.mutate(),
      person.api.selfies.remove.mutate({ selfieId: selfie?.id ?? "" }),
    ]);
    expect(training.status).toBe("fulfilled");
    const left = (await listed(person)).length;
    expect(left).toBe(removal.status === "fulfilled" ? 5 : 6);
    expect(await untilTrainingEnds(person)).toMatchObject({ status: "ready" });
  });

  // Twelve faces take their time to draw; the whole way draws them on both databases.
  if (kind === "pglite")
    test(
      "the drawn set is there with one click, marked as drawn, and a second click adds nothing",
      { timeout: 90_000 },
      async () => {
        const person = await signUpWithConsent(server.url);
        const first = await person.api.selfies.addDrawn.mutate();
        expect(first.selfies).toHaveLength(12);
        expect(first.selfies.every(({ drawn }) => drawn)).toBe(true);
        expect(await person.api.selfies.addDrawn.mutate()).toEqual(first);
        expect(await filesOf(person)).toHaveLength(48);
      },
    );
});
