import { verifyRecipe } from "@selfsame/flux-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { type SignedUp, signUp } from "../../test/sign-up.ts";
import { trainedAlgorithmicMedia } from "../images/generated-mark.ts";
import { readZipEntries } from "../images/read-zip-entries.ts";
import { sha256Hex } from "../images/sha256-hex.ts";
import { downloadName } from "./download-name.ts";

describeOnBothDatabases("downloads", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let ada: SignedUp;
  let ids: string[];
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    ada = await signUpWithModel(server.url);
    const { id } = await ada.api.generations.create.mutate({ brief: "Am Fluß, früh", outputs: 2, seed: 7 });
    ids = (await untilGenerationEnds(ada, id)).portraits.map((portrait) => portrait.id);
  });
  afterAll(() => disposal.disposeAsync());

  const zip = (person: SignedUp, portraitIds: unknown) =>
    person.fetch("/downloads/portraits", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ portraitIds }),
    });
  const pixelsOf = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();

  test("of one portrait carry the mark, the same pixels, and a name; what is stored stays what it was", async () => {
    const [id = ""] = ids;
    const answer = await ada.fetch(`/downloads/portraits/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="\d{4}-\d\d-\d\d-am-flu-fruh-[0-9a-f]{8}\.png"$/,
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect((await sharp(bytes).metadata()).xmpAsString).toContain(trainedAlgorithmicMedia);
    const stored = Buffer.from(await (await ada.fetch(`/images/portraits/${id}/original`)).arrayBuffer());
    expect((await pixelsOf(bytes)).equals(await pixelsOf(stored))).toBe(true);
    expect(sha256Hex(stored)).toBe((await ada.api.gallery.get.query({ portraitId: id })).sha256);
  });

  test("of several come as one archive, each with its sealed recipe", async () => {
    const answer = await zip(ada, ids);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    const entries = await readZipEntries(Buffer.from(await answer.arrayBuffer()));
    const pictures = entries.filter(({ name }) => name.endsWith(".png"));
    const recipes = entries.filter(({ name }) => name.endsWith(".recipe.json"));
    expect(recipes.map(({ name }) => name.replace(".recipe.json", ""))).toEqual(
      pictures.map(({ name }) => name.replace(".png", "")),
    );
    expect(pictures.length).toBe(ids.length);
    for (const { bytes } of pictures)
      expect((await sharp(bytes).metadata()).xmpAsString).toContain(trainedAlgorithmicMedia);
    for (const { bytes } of recipes) expect(verifyRecipe(JSON.parse(bytes.toString("utf8"))).ok).toBe(true);
  });

  test("of somebody else's portraits, or of one among one's own, are refused as if there were none", async () => {
    const other = await signUp(server.url);
    expect((await other.fetch(`/downloads/portraits/${ids[0] ?? ""}`)).status).toBe(404);
    const nobodys = "0197a000-0000-7000-8000-000000000001";
    for (const [person, wanted] of [
      [other, ids],
      [other, [nobodys]],
      [ada, [...ids, nobodys]],
    ] as const) {
      const refused = await zip(person, wanted);
      expect(refused.status).toBe(404);
      expect(await refused.json()).toMatchObject({ error: { data: { domain: { code: "not_found" } } } });
    }
    const tooMany = await zip(
      ada,
      Array.from({ length: 201 }, () => nobodys),
    );
    expect(tooMany.status).toBe(400);
  });
});

test("a download's name is plain letters, whatever the brief is written in", () => {
  const of = (brief: string) =>
    downloadName({ id: "0197a000-0000-7000-8000-0000000000ab", createdAt: new Date(0), brief });
  expect(of("On the quay, in a navy coat")).toBe("1970-01-01-on-the-quay-in-a-navy-coat-000000ab");
  expect(of("窓辺で")).toBe("1970-01-01-portrait-000000ab");
  expect(of(`../../"; ${"a".repeat(200)}`)).toMatch(/^1970-01-01-a{1,48}-000000ab$/);
});
