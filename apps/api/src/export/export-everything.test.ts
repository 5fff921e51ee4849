import { createHash } from "node:crypto";
import { verifyRecipe } from "@selfsame/flux-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import {
  authSecret,
  createTestStudio,
  providerToken,
  type TestStudio,
} from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { signUpWithModel, signUpWithPhotos, untilGenerationEnds } from "../../test/ready-subject.ts";
import { signUp, type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { StorageUnavailableError } from "../images/image-store.ts";
import { readZipEntries } from "../images/read-zip-entries.ts";

const minuteMs = 60_000;
const manifestSchema = z.object({
  missing: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), sizeBytes: z.number(), sha256: z.string() })),
});
const rowsSchema = z.array(z.record(z.string(), z.unknown()));
const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describeOnBothDatabases("the export of everything", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let person: SignedUp;
  let aheadMs = 0;
  /** What storage does instead of giving a picture; null lets it give it. */
  let instead: ((key: string) => Promise<undefined>) | null;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(
      await createTestStudio({
        database,
        clock: { now: () => new Date(Date.now() + aheadMs) },
        rateBudgets: { export: { perAccount: 3, perAddress: 1_000, withinSeconds: 3_600 } },
        wrapImages: (images) => ({ ...images, get: (key) => (instead ?? images.get)(key) }),
      }),
    );
    instead = null;
    person = await signUpWithModel(server.url);
    const brief = "=by a window, <b>rain</b> outside";
    const { id } = await person.api.generations.create.mutate({ brief, outputs: 2 });
    await untilGenerationEnds(person, id);
  });
  beforeEach(() => {
    aheadMs = 0;
    instead = null;
  });
  afterAll(() => disposal.disposeAsync());

  const filesOf = async (response: Response): Promise<Map<string, Buffer>> => {
    const entries = await readZipEntries(Buffer.from(await response.arrayBuffer()));
    return new Map(entries.map(({ name, bytes }) => [name, bytes]));
  };
  const exportOf = async (of: SignedUp) => {
    const { path } = await of.api.account.beginExport.mutate();
    return of.fetch(path);
  };
  const rowsOf = (files: Map<string, Buffer>, name: string) =>
    rowsSchema.parse(JSON.parse(String(files.get(`data/${name}.json`))));

  test("holds every picture, row and recipe of the person, readable without the studio", async () => {
    const response = await exportOf(person);
    expect(response.headers.get("content-disposition")).toMatch(
      /attachment; filename="selfsame-[\d-]+\.zip"/u,
    );
    const files = await filesOf(response);

    const manifest = manifestSchema.parse(JSON.parse(String(files.get("manifest.json"))));
    expect(manifest.missing).toEqual([]);
    const listed = manifest.files.map(({ path, sizeBytes, sha256 }) => ({ path, sizeBytes, sha256 }));
    const found = [...files].map(([path, bytes]) => ({
      path,
      sizeBytes: bytes.length,
      sha256: sha256Of(bytes),
    }));
    expect(listed).toEqual(found.filter(({ path }) => path !== "manifest.json"));

    const { portraits } = await person.api.gallery.list.query({});
    expect(portraits).toHaveLength(2);
    for (const { id } of portraits) {
      const original = await person.fetch(`/images/portraits/${id}/original`);
      expect(files.get(`portraits/${id}.png`)).toEqual(Buffer.from(await original.arrayBuffer()));
      expect(verifyRecipe(JSON.parse(String(files.get(`portraits/${id}.recipe.json`)))).ok).toBe(true);
    }
    const { selfies } = await person.api.selfies.list.query();
    expect([...files.keys()].filter((name) => name.startsWith("selfies/"))).toEqual(
      selfies.map(({ id }) => `selfies/${id}.jpg`).toSorted(),
    );
    expect(rowsOf(files, "generations")).toMatchObject([
      { brief: "=by a window, <b>rain</b> outside", outputs: 2 },
    ]);
    expect(rowsOf(files, "users")).toMatchObject([{ email: person.email }]);
    expect(rowsOf(files, "sessions")).toHaveLength(1);
    const { entries } = await person.api.credits.history.query({});
    expect(rowsOf(files, "credit_entries").map(({ id }) => id)).toEqual(
      entries.map(({ id }) => id).toReversed(),
    );
    const proof = z.object({
      problems: z.array(z.unknown()),
      portraits: z.array(z.object({ holds: z.boolean() })),
    });
    expect(proof.parse(JSON.parse(String(files.get("isolation-proof.json"))))).toEqual({
      problems: [],
      portraits: [{ holds: true }, { holds: true }],
    });

    const page = String(files.get("index.html"));
    for (const { id } of portraits) expect(page).toContain(`src="portraits/${id}.png"`);
    expect(page).toContain("&lt;b&gt;rain&lt;/b&gt;");
    expect(page).not.toMatch(/<script|https?:|<b>rain/u);
    expect(String(files.get("data/generations.csv"))).toContain("'=by a window");
  });

  test("tells no address at the provider, and nothing by which anybody could get in", async () => {
    const files = await filesOf(await exportOf(person));
    const told = [...files]
      .filter(([path]) => /\.(txt|json|csv|html)$/u.test(path))
      .map(([, bytes]) => String(bytes))
      .join("\n");
    const { rows } = await server.database.executeSql(
      `select t.provider_id, t.zip_url, t.zip_file_id, g.provider_id as prediction, a.password, s.token
       from trainings t join generations g on g.training_id = t.id join subjects p on p.id = t.subject_id
       join accounts a on a.user_id = p.user_id join sessions s on s.user_id = p.user_id`,
    );
    const secrets = Object.values(rows[0] ?? {}).map(String);
    expect(secrets.filter((secret) => secret === "null" || secret.length < 10)).toEqual([]);
    expect(
      [...secrets, server.simulator.url, providerToken, authSecret].filter((one) => told.includes(one)),
    ).toEqual([]);
    expect(told).not.toContain("replicate.delivery");
  });

  test("is fetched by its owner alone, for some minutes, and not all the time", async () => {
    const owner = await signUpWithConsent(server.url);
    const stranger = await signUp(server.url);
    const { path } = await owner.api.account.beginExport.mutate();
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    expect((await stranger.fetch(path)).status).toBe(404);
    const first = await owner.fetch(path);
    expect(first.status).toBe(200);
    await first.arrayBuffer();
    aheadMs = 6 * minuteMs;
    expect((await owner.fetch(path)).status).toBe(404);
    await owner.api.account.beginExport.mutate();
    await owner.api.account.beginExport.mutate();
    expect(await domainErrorOf(owner.api.account.beginExport.mutate())).toMatchObject({
      code: "rate_limited",
    });
  });

  test("goes on past a page of rows, each of them once", async () => {
    const owner = await signUpWithConsent(server.url);
    const { id } = await owner.api.account.get.query();
    await server.database.executeSql(
      `insert into subject_events (subject_id, position, type, entity_id, created_at)
       select $1::uuid, 1000 + n, 'selfies', gen_random_uuid(), now() from generate_series(1, 450) n`,
      [id],
    );
    const files = await filesOf(await exportOf(owner));
    const positions = rowsOf(files, "subject_events").map(({ position }) => Number(position));
    expect(positions.filter((position) => position > 1_000)).toEqual(
      Array.from({ length: 450 }, (_, n) => 1_001 + n),
    );
  });

  test("names a picture that is gone, and breaks off when storage fails", async () => {
    const owner = await signUpWithPhotos(server.url, 1);
    instead = () => Promise.resolve(undefined);
    const files = await filesOf(await exportOf(owner));
    const { selfies } = await owner.api.selfies.list.query();
    const gone = selfies.map(({ id }) => `selfies/${id}.jpg`).toSorted();
    expect(manifestSchema.parse(JSON.parse(String(files.get("manifest.json")))).missing).toEqual(gone);
    expect(String(files.get("index.html"))).toContain(`${gone.join()} could not be read.`);
    instead = (key) => Promise.reject(new StorageUnavailableError("get", key, new Error("the disk is gone")));
    await expect(exportOf(owner).then((response) => response.arrayBuffer())).rejects.toThrow("terminated");
  });
});
