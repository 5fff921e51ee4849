import { readdir } from "node:fs/promises";
import { beforeAll, afterAll, expect, test } from "vitest";
import { createTestStudio, providerToken, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { photo } from "../../test/photo.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { clientWith, postAuth, signIn, signUp, signUpWithConsent } from "../../test/sign-up.ts";
import { consentText } from "./consent-text.ts";

const present = { textVersion: consentText.version, adult: true, ownFace: true } as const;

describeOnBothDatabases("consent", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
  });
  afterAll(() => disposal.disposeAsync());

  const filesOf = async () =>
    (await readdir(server.imageFolder, { recursive: true })).filter((name) => /\.(jpg|png|webp)$/.test(name));
  const askProvider = (path: string) =>
    fetch(`${server.simulator.url}/v1/${path}`, { headers: { authorization: `Bearer ${providerToken}` } });

  test("is asked for before the first photo, the first training and the first portrait", async () => {
    const { api } = await signUp(server.url);
    const before = await filesOf();
    const form = await photo("me.jpg");
    for (const ask of [
      () => api.selfies.add.mutate(form),
      () => api.selfies.addDrawn.mutate(),
      () => api.models.train.mutate(),
      () => api.generations.create.mutate({ brief: "at sea" }),
    ])
      expect(await domainErrorOf(ask())).toMatchObject({ code: "consent_missing" });
    expect((await api.selfies.list.query()).selfies).toEqual([]);
    expect(await filesOf()).toEqual(before);
  });

  test("is recorded with the version of its text, once", async () => {
    const { api } = await signUp(server.url);
    const first = await api.account.giveConsent.mutate(present);
    expect(first.consent).toMatchObject({ textVersion: consentText.version });
    const second = await api.account.giveConsent.mutate(present);
    expect(second.consent).toEqual(first.consent);
  });

  test("to an earlier text is refused, naming the present one", async () => {
    const { api } = await signUp(server.url);
    expect(
      await domainErrorOf(api.account.giveConsent.mutate({ ...present, textVersion: "2020-01-01" })),
    ).toMatchObject({
      code: "consent_text_outdated",
      field: "textVersion",
      details: { current: consentText.version, given: "2020-01-01" },
    });
    expect((await api.account.get.query()).consent).toBeNull();
  });

  test.each(["adult", "ownFace"])("without %s is none", async (field) => {
    const { api } = await signUp(server.url);
    // Safe: what the types forbid is what is tried.
    const given = { ...present, [field]: false } as unknown as typeof present;
    expect(await domainErrorOf(api.account.giveConsent.mutate(given))).toMatchObject({
      code: "input_invalid",
      field,
    });
    expect((await api.account.get.query()).consent).toBeNull();
  });

  test("is withdrawn only by words that cannot be typed by mistake", async () => {
    const { api } = await signUpWithConsent(server.url);
    // Safe: what the types forbid is what is tried.
    const confirm = "yes" as "delete everything";
    expect(await domainErrorOf(api.account.withdrawConsent.mutate({ confirm }))).toMatchObject({
      code: "input_invalid",
      field: "confirm",
    });
  });

  test("withdrawn, everything goes: sessions, pictures, rows, the sign-in, and the model at the provider", async () => {
    const stays = await signUpWithModel(server.url);
    const goes = await signUpWithModel(server.url);
    const elsewhere = await signIn(server.url, goes);
    const { id: generationId } = await goes.api.generations.create.mutate({ brief: "at sea" });
    const { portraits } = await untilGenerationEnds(goes, generationId);
    const { id: subjectId } = await goes.api.account.get.query();
    const model = await goes.api.models.get.query();
    const picture = `/images/portraits/${portraits[0]?.id ?? ""}/original`;
    expect((await goes.fetch(picture)).status).toBe(200);
    expect((await askProvider(`models/${model?.name ?? ""}`)).status).toBe(200);
    expect((await filesOf()).some((name) => name.includes(subjectId))).toBe(true);

    const { deleting } = await goes.api.account.withdrawConsent.mutate({ confirm: "delete everything" });
    expect(deleting).toEqual({ selfies: 5, portraits: 1, generations: 1, trainings: 1, models: 1 });

    for (const api of [goes.api, elsewhere.api, clientWith(server.url, { cookie: goes.cookie })])
      expect(await domainErrorOf(api.account.get.query())).toMatchObject({ code: "unauthenticated" });
    expect((await goes.fetch(picture)).status).toBe(404);
    await expect
      .poll(() => server.database.executeSql(`select id from users where id = '${goes.userId}'`), patience)
      .toEqual({ rows: [] });
    await expect
      .poll(async () => (await filesOf()).some((name) => name.includes(subjectId)), patience)
      .toBe(false);
    for (const table of [
      "selfies",
      "training_sets",
      "trainings",
      "generations",
      "portraits",
      "subject_events",
      "consents",
    ])
      expect(
        (await server.database.executeSql(`select 1 from ${table} where subject_id = '${subjectId}'`)).rows,
      ).toEqual([]);
    expect((await askProvider(`models/${model?.name ?? ""}`)).status).toBe(404);
    const again = await postAuth(server.url, "sign-in/email", { email: goes.email, password: goes.password });
    expect(again.status).toBe(401);

    const kept = await stays.api.models.get.query();
    expect(kept?.ready).toBe(true);
    expect((await askProvider(`models/${kept?.name ?? ""}`)).status).toBe(200);
  });

  test("withdrawn, a new sign-in in the meantime is told that the account is being deleted", async () => {
    const person = await signUpWithConsent(server.url);
    const { id } = await person.api.account.get.query();
    await server.database.executeSql(`update subjects set deletion_requested_at = now() where id = '${id}'`);
    const again = await signIn(server.url, person);
    const form = await photo("me.jpg");
    for (const ask of [() => again.api.account.get.query(), () => again.api.selfies.add.mutate(form)])
      expect(await domainErrorOf(ask())).toMatchObject({ code: "account_closing" });
  });
});
