import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestStudio, providerToken, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { patience, signUpWithPhotos, untilTrainingEnds } from "../../test/ready-subject.ts";
import type { SignedUp } from "../../test/sign-up.ts";
import { deleteLeftZips } from "../models/delete-left-zips.ts";
import { forgetSelfies } from "../selfies/forget-selfies.ts";

const dayMs = 86_400_000;

describeOnBothDatabases("after a training", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let aheadMs = 0;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(
      await createTestStudio({ database, clock: { now: () => new Date(Date.now() + aheadMs) } }),
    );
  });
  beforeEach(() => {
    aheadMs = 0;
  });
  afterAll(() => disposal.disposeAsync());

  const confirm = (person: SignedUp) =>
    server.database.executeSql(`update users set email_verified = true where email = '${person.email}'`);
  const subjectsOfMail = async (person: SignedUp) =>
    (await server.outbox.newest())
      .filter(({ to, subject }) => to === person.email && /model|training/u.test(subject))
      .map(({ subject }) => subject);
  const train = async (person: SignedUp) => {
    await person.api.models.train.mutate();
    const training = await untilTrainingEnds(person);
    const done = async () =>
      (
        await server.database.executeSql(
          `select count(*)::int as open from pgboss.job where data->>'trainingId' = '${training.id}' and state <> 'completed'`,
        )
      ).rows[0]?.["open"];
    await expect.poll(done, patience).toBe(0);
    return training;
  };
  const filesAtProvider = async () =>
    (
      await fetch(`${server.simulator.url}/v1/files`, {
        headers: { authorization: `Bearer ${providerToken}` },
      })
    ).text();

  test("its zip is gone from the provider, whatever the end, and its person is told once", async () => {
    const person = await signUpWithPhotos(server.url);
    await confirm(person);
    await train(person);
    server.simulator.faults.add({ kind: "failed", job: "training", times: 1 });
    expect((await train(person)).status).toBe("failed");
    const { rows } = await server.database.executeSql(
      `select t.zip_file_id as file, t.zip_deleted_at as gone from trainings t join subjects s on s.id = t.subject_id
       where s.user_id = '${person.userId}'`,
    );
    expect(rows).toHaveLength(2);
    const left = await filesAtProvider();
    for (const { file, gone } of rows) {
      expect(left).not.toContain(file);
      expect(gone).not.toBeNull();
    }
    expect(await subjectsOfMail(person)).toEqual([
      "Your training did not succeed",
      "The model of your face is ready",
    ]);
    expect((await person.api.isolation.proof.query()).problems).toEqual([]);
  });

  test("nobody is written to who does not want it, or never said that the address is theirs", async () => {
    const unwilling = await signUpWithPhotos(server.url);
    await confirm(unwilling);
    const settings = await unwilling.api.notices.settings.query();
    expect(settings).toEqual({ mailWhenTrained: true, selfiesKeptDays: null });
    await unwilling.api.notices.saveSettings.mutate({ ...settings, mailWhenTrained: false });
    const unconfirmed = await signUpWithPhotos(server.url);
    for (const person of [unwilling, unconfirmed]) {
      await train(person);
      expect(await subjectsOfMail(person)).toEqual([]);
    }
  });

  test("a zip that the job could not take away is taken away later", async () => {
    const person = await signUpWithPhotos(server.url);
    const { id } = await train(person);
    const { rows } = await server.database.executeSql(
      `update trainings set zip_deleted_at = null where id = '${id}' returning zip_file_id as file`,
    );
    const asked: string[] = [];
    const deleteFile = (file: string) => {
      asked.push(file);
      return server.studio.provider.deleteFile(file);
    };
    const studio = { ...server.studio, provider: { ...server.studio.provider, deleteFile } };
    await deleteLeftZips(studio);
    expect(asked).toEqual([]);
    aheadMs = dayMs;
    await deleteLeftZips(studio);
    await deleteLeftZips(studio);
    expect(asked).toEqual([rows[0]?.["file"]]);
  });

  test("selfies go after so many days, where their person has said so and nowhere else", async () => {
    const [tidy, keeper] = [await signUpWithPhotos(server.url), await signUpWithPhotos(server.url)];
    await tidy.api.notices.saveSettings.mutate({ mailWhenTrained: false, selfiesKeptDays: 30 });
    await train(tidy);
    await train(keeper);
    const count = async (person: SignedUp) => (await person.api.selfies.list.query()).selfies.length;
    aheadMs = 29 * dayMs;
    await forgetSelfies(server.studio);
    expect(await count(tidy)).toBe(5);
    aheadMs = 31 * dayMs;
    expect(await forgetSelfies(server.studio)).toBe(5);
    aheadMs = 0;
    expect([await count(tidy), await count(keeper)]).toEqual([0, 5]);
    expect((await tidy.api.models.get.query())?.ready).toBe(true);
  });
});
