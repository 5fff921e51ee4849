import { mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmptyPostgresDatabase } from "../../test/create-postgres-database.ts";
import { authSecret, createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { signIn, type SignedUp } from "../../test/sign-up.ts";
import type { PlaceSettings } from "../env.ts";
import { createLog } from "../log/create-log.ts";
import { openDatabase } from "../db/open-database.ts";
import { runOrder } from "../operator/run-order.ts";
import { databaseLocation } from "../places-from-settings.ts";
import { restoreFromSettings } from "../restore-from-settings.ts";

describeOnBothDatabases("a backup", (open, kind) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let folder: string;
  let person: SignedUp;
  let places: PlaceSettings;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "selfsame-backup-test-"));
    disposal.defer(() => rm(folder, { recursive: true, force: true }));
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    person = await signUpWithModel(server.url);
    await untilGenerationEnds(
      person,
      (await person.api.generations.create.mutate({ brief: "at sea", outputs: 2 })).id,
    );
    places = {
      ROLE: "all",
      DATA_DIR: join(folder, "fresh"),
      DATABASE_CONNECTIONS: 5,
      S3_REGION: "",
      S3_FORCE_PATH_STYLE: false,
      S3_PREFIX: "",
    };
    if (kind === "postgres") {
      const { url, drop } = await createEmptyPostgresDatabase();
      disposal.defer(drop);
      places = { ...places, DATABASE_URL: url };
    }
  });
  afterAll(() => disposal.disposeAsync());
  const order = (...words: string[]) => runOrder(words, { url: server.url, secret: authSecret }, new Date());

  test("of a running studio, put back in a fresh place, is that studio with all it had", async () => {
    await order("pause", "--reason", "while it is copied");
    const file = join(folder, "studio.zip");
    expect((await order("backup", file)).join(" ")).toContain("studio.zip holds");
    await order("resume");
    const [told = ""] = await restoreFromSettings(places, file);
    expect(told).toMatch(/^\d+ rows and \d+ pictures are as they were/u);

    const database = await openDatabase(databaseLocation(places), createLog("silent"));
    {
      await using again = await createTestStudio({
        database,
        imageFolder: join(places.DATA_DIR, "images"),
        runningSimulator: server.simulator,
      });
      const same = await signIn(again.url, person);
      const { portraits } = await same.api.gallery.list.query({});
      expect(portraits).toEqual((await person.api.gallery.list.query({})).portraits);
      for (const { id } of portraits) {
        const picture = await same.fetch(`/images/portraits/${id}/original`);
        const before = await person.fetch(`/images/portraits/${id}/original`);
        expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from(await before.arrayBuffer()));
      }
      expect((await same.api.isolation.proof.query()).problems).toEqual([]);
      expect((await same.api.credits.history.query({})).entries).toEqual(
        (await person.api.credits.history.query({})).entries,
      );
      // Everything that was ordered before is in the log still, and the log goes on behind it.
      const acts = async (url: string) =>
        (await runOrder(["acts"], { url, secret: authSecret }, new Date())).map(
          (line) => line.split("  ")[1],
        );
      expect((await acts(again.url)).slice(0, 2)).toEqual(["backup", "pause"]);
      await runOrder(["resume"], { url: again.url, secret: authSecret }, new Date());
      expect((await acts(again.url)).slice(0, 3)).toEqual(["resume", "backup", "pause"]);
      // The version that was trained before runs on.
      const { id } = await same.api.generations.create.mutate({ brief: "in the restored house" });
      expect((await untilGenerationEnds(same, id)).status).toBe("succeeded");
    }
    await database.close();
    await expect(restoreFromSettings(places, file)).rejects.toThrow(
      kind === "pglite" ? "Move it away first" : "somebody in this database already",
    );
  });

  test("that did not come through whole leaves nothing, and nothing is put back from one that is cut", async () => {
    const file = join(folder, "cut.zip");
    const { images } = server.studio;
    const list = images.list.bind(images);
    Object.assign(images, {
      list: async function* () {
        yield* [];
        throw new Error("the disk is gone");
      },
    });
    await expect(order("backup", file)).rejects.toThrow("did not come through whole");
    Object.assign(images, { list });
    expect((await readdir(folder)).filter((name) => name.startsWith("cut"))).toEqual([]);
    await order("backup", file);
    await truncate(file, 20_000);
    const elsewhere = { ...places, DATA_DIR: join(folder, "elsewhere") };
    await expect(restoreFromSettings(elsewhere, file)).rejects.toThrow("cannot be read as a backup");
    await writeFile(file, "no zip at all");
    await expect(restoreFromSettings(elsewhere, file)).rejects.toThrow("cannot be read as a backup");
    expect(await readdir(folder)).not.toContain("elsewhere");
  });
});
