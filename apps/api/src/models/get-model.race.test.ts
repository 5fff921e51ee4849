import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { actingAs, readingAs } from "../db/acting-as.ts";
import type { Database } from "../db/database.ts";
import { portraitModels, trainings } from "../db/schema/models.ts";
import { getModel } from "./get-model.ts";

const isAnybodyWaiting = async (database: Database): Promise<boolean> => {
  const { rows } = await database.executeSql(
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  );
  return rows.length > 0;
};

test("a training that becomes ready while its model is read is shown as it was before, or wholly as it is", async () => {
  await using opened = await createTestDatabase("postgres");
  const { database } = opened;
  const person = await insertOneOfEverything(database);
  await database.system.update(portraitModels).set({ activeTrainingId: null });
  await database.system.update(trainings).set({ status: "running", endedAt: null });

  let reading: ReturnType<typeof getModel> | undefined;
  await database.system.transaction(async (tx) => {
    // The reader has the model and waits for its trainings: now both change at once.
    await tx.execute(sql`lock table trainings in access exclusive mode`);
    reading = getModel({ readingAs: readingAs(database) }, person);
    await expect.poll(() => isAnybodyWaiting(database)).toBe(true);
    await tx.update(trainings).set({ status: "ready", endedAt: new Date() });
    await tx
      .update(portraitModels)
      .set({ activeTrainingId: person.trainingId })
      .where(eq(portraitModels.id, person.modelId));
  });

  const seen = await reading;
  expect(seen?.trainings[0]).toMatchObject({ status: "running", active: false });
  expect(await getModel({ readingAs: readingAs(database) }, person)).toMatchObject({
    ready: true,
    trainings: [{ status: "ready", active: true }],
  });
});

test("a question cannot write", async () => {
  await using opened = await createTestDatabase("postgres");
  const person = await insertOneOfEverything(opened.database);
  const writing = readingAs(opened.database)(person.subjectId, (tx) => tx.update(trainings).set({ step: 1 }));
  await expect(writing).rejects.toMatchObject({ cause: { code: "25006" } });
  await actingAs(opened.database)(person.subjectId, (tx) => tx.update(trainings).set({ step: 1 }));
});
