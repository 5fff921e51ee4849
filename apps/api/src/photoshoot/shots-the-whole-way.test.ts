import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { patience, signUpWithModel } from "../../test/ready-subject.ts";
import { writeReport } from "../../test/schedules/write-report.ts";
import { collections } from "./collections/collections.ts";

/** One of each collection in every test run; `npm run shots` takes all of them. */
const isEveryShot = process.env["SHOTS"] === "every";
const each = isEveryShot ? "every shot" : "one shot";
const mostMs = isEveryShot ? 30 * 60_000 : 120_000;

test(
  `${each} of each of the studio's collections goes the whole way, drawn by the simulator`,
  async () => {
    await using opened = await createTestDatabase("pglite");
    await using server = await createTestStudio({
      database: opened.database,
      simulator: { pictures: "portraits" },
    });
    const person = await signUpWithModel(server.url);
    const wanted: string[] = [];
    for (const { id: collectionId, shots } of collections) {
      const shotIds = (isEveryShot ? shots : shots.slice(0, 1)).map(({ id }) => id);
      wanted.push(...shotIds.map((shotId) => `${collectionId} ${shotId}`));
      await person.api.photoshoot.start.mutate({ collectionId, shotIds, idempotencyKey: randomUUID() });
    }
    const taken = await vi.waitFor(
      async () => {
        const now = await person.api.photoshoot.taken.query();
        if (now.length < wanted.length) throw new Error(`${now.length} of ${wanted.length}`);
        return now;
      },
      { ...patience, timeout: mostMs },
    );
    expect(taken.map(({ collectionId, shotId }) => `${collectionId} ${shotId}`).toSorted()).toEqual(
      wanted.toSorted(),
    );
    expect(taken.every(({ portrait }) => portrait.simulated)).toBe(true);
    await writeReport("shots", `${taken.length} shots of ${collections.length} collections were drawn.`);
  },
  mostMs + 60_000,
);
