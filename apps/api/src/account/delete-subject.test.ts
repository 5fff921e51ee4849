import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestStudio, providerToken, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { patience, signUpWithModel, signUpWithPhotos } from "../../test/ready-subject.ts";
import { type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { markForDeletion } from "./account.store.ts";
import { deleteSubject } from "./delete-subject.ts";
import { resumeDeletions } from "./resume-deletions.ts";

const hourMs = 3_600_000;

describeOnBothDatabases("the deletion of an account", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let afterReading: () => Promise<void>;
  let aheadMs = 0;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(
      await createTestStudio({
        database,
        clock: { now: () => new Date(Date.now() + aheadMs) },
        wrapImages: (images) => ({
          ...images,
          get: async (key) => {
            const found = await images.get(key);
            await afterReading();
            return found;
          },
        }),
      }),
    );
  });
  beforeEach(() => {
    aheadMs = 0;
    afterReading = () => Promise.resolve();
  });
  afterAll(() => disposal.disposeAsync());

  const leave = (person: SignedUp) =>
    person.api.account.withdrawConsent.mutate({ confirm: "delete everything" });
  const isGone = async (subjectId: string) =>
    (await server.database.executeSql("select from subjects where id = $1", [subjectId])).rows.length === 0;
  const askProvider = async (path: string) => {
    const response = await fetch(`${server.simulator.url}/v1/${path}`, {
      headers: { authorization: `Bearer ${providerToken}` },
    });
    return { status: response.status, body: await response.text() };
  };

  test("during an upload leaves neither a model nor a set of photos with the provider", async () => {
    const person = await signUpWithPhotos(server.url);
    const { id, subjectNumber } = await person.api.account.get.query();
    const reading = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    afterReading = () => {
      reading.resolve();
      return goOn.promise;
    };
    const { id: trainingId } = await person.api.models.train.mutate();
    const { rows } = await server.database.executeSql("select training_set_id from trainings where id = $1", [
      trainingId,
    ]);
    await reading.promise;
    await leave(person);
    await expect.poll(() => isGone(id), patience).toBe(true);
    const before = await askProvider("files");
    goOn.resolve();
    // The upload that was under way ends, and what it brought is taken away again.
    await expect
      .poll(
        async () =>
          (
            await server.database.executeSql(
              "select state from pgboss.job where name = 'submit-training' and data->>'trainingId' = $1",
              [trainingId],
            )
          ).rows[0]?.["state"],
        patience,
      )
      .toBe("completed");
    expect((await askProvider(`models/simulated/${subjectNumber}-selfie-lora`)).status).toBe(404);
    const files = await askProvider("files");
    expect(files.status).toBe(before.status);
    expect(files.body).not.toContain(`training-set-${String(rows[0]?.["training_set_id"])}`);
  });

  test("stops what still runs there, also behind a thousand newer ones that have ended", async () => {
    const person = await signUpWithModel(server.url);
    const { id } = await person.api.account.get.query();
    server.simulator.faults.add({ kind: "stuck-in-starting", job: "prediction", times: 1 });
    const { id: generationId } = await person.api.generations.create.mutate({
      brief: "at sea, alone",
    });
    await expect
      .poll(async () => (await person.api.generations.get.query({ generationId })).status, patience)
      .toBe("submitted");
    const { rows } = await server.database.executeSql(
      `select string_agg(quote_ident(column_name), ',') as names from information_schema.columns
       where table_schema = 'public' and table_name = 'generations'
         and column_name not in ('id', 'provider_id', 'status', 'ended_at', 'created_at', 'idempotency_key')`,
    );
    const names = String(rows[0]?.["names"]);
    await server.database.executeSql(
      `insert into generations (id, status, ended_at, created_at, ${names})
       select gen_random_uuid(), 'canceled', now(), now() + interval '1 hour', ${names}
       from generations, generate_series(1, 1001) where id = '${generationId}'`,
    );
    const asked = await server.database.executeSql("select provider_id from generations where id = $1", [
      generationId,
    ]);
    await server.studio.actingAs(id, (tx) =>
      markForDeletion(tx, id, { deletionRequestedAt: server.studio.clock.now() }),
    );
    const { provider } = server.studio;
    const canceled: string[] = [];
    const cancelGeneration: typeof provider.cancelGeneration = (providerId) => {
      canceled.push(providerId);
      return provider.cancelGeneration(providerId);
    };
    await deleteSubject({ ...server.studio, provider: { ...provider, cancelGeneration } }, id);
    expect(canceled).toEqual(asked.rows.map((row) => row["provider_id"]));
    expect(await isGone(id)).toBe(true);
  });

  test("that its job was set aside with is taken up again, and one that the job is still at is left to it", async () => {
    const person = await signUpWithConsent(server.url);
    const { id } = await person.api.account.get.query();
    // As a job that failed for the last time leaves it: asked for, not done, and nothing in the queue.
    await server.studio.actingAs(id, (tx) =>
      markForDeletion(tx, id, { deletionRequestedAt: server.studio.clock.now() }),
    );
    expect(await resumeDeletions(server.studio)).toBe(0);
    expect(await isGone(id)).toBe(false);
    aheadMs = 3 * hourMs;
    expect(await resumeDeletions(server.studio)).toBe(1);
    expect(await isGone(id)).toBe(true);
  });
});
