import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { authSecret, createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { doctorFromSettings } from "../doctor-from-settings.ts";
import { runOrder } from "../operator/run-order.ts";
import { findingLines } from "./finding.ts";

describe("the doctor", () => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let folder: string;
  let isStorageBroken = false;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "selfsame-doctor-"));
    disposal.defer(() => rm(folder, { recursive: true, force: true }));
    const { database } = disposal.use(await createTestDatabase("pglite"));
    server = disposal.use(
      await createTestStudio({
        database,
        wrapImages: (images) => ({
          ...images,
          put: (...given) =>
            isStorageBroken ? Promise.reject(new Error("no space left")) : images.put(...given),
        }),
      }),
    );
  });
  afterAll(() => disposal.disposeAsync());
  const order = (...words: string[]) => runOrder(words, { url: server.url, secret: authSecret }, new Date());

  test("asks a running studio, which uses each part, and says what is wrong and what to do", async () => {
    const healthy = (await order("doctor")).join("\n");
    expect(healthy).toContain("ok     storage: A picture was written, read back and removed.");
    expect(healthy).toContain("note   provider: A simulator stands in");
    expect(healthy).toContain("Nothing is wrong.");
    isStorageBroken = true;
    const broken = (await order("doctor")).join("\n");
    isStorageBroken = false;
    expect(broken).toContain("WRONG  storage: no space left");
    expect(broken).toContain("→ Look at the free space");
    expect(broken).toContain("1 thing is wrong.");
  });

  const base = {
    ROLE: "all",
    DATABASE_CONNECTIONS: 5,
    S3_REGION: "",
    S3_FORCE_PATH_STYLE: false,
    S3_PREFIX: "",
  } as const;

  test("looks at the settings where none runs: a folder, a database and keys that are there or not", async () => {
    const DATA_DIR = join(folder, "data");
    const read = { problem: null, isSimulated: true, namesKeys: false, places: { ...base, DATA_DIR } };
    const lines = findingLines(await doctorFromSettings(read)).join("\n");
    expect(lines).toContain("note   database: There is none");
    expect(lines).toContain("note   keys: There are none yet.");
    expect(lines).toContain("Nothing is wrong.");
    await mkdir(join(DATA_DIR, "database"));
    await writeFile(join(DATA_DIR, "studio-keys"), "x");
    const later = findingLines(await doctorFromSettings(read)).join("\n");
    expect(later).toContain("ok     database");
    expect(later).toContain("ok     keys");
  });

  test("names a folder that is none, a database that does not answer, and settings that make no sense", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    const read = {
      problem: "PORT: too big",
      isSimulated: false,
      namesKeys: true,
      places: { ...base, DATA_DIR: file, DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" },
    };
    const found = await doctorFromSettings({ ...read, problem: null });
    expect(found.filter(({ state }) => state === "wrong").map(({ part }) => part)).toEqual([
      "data folder",
      "database",
      "storage",
    ]);
    expect(findingLines(await doctorFromSettings(read)).join("\n")).toContain(
      "WRONG  settings: PORT: too big",
    );
  });
});
