import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { signUpWithConsent } from "../../test/sign-up.ts";

const nothing = { hair: null, ageFrom: null, ageTo: null, glasses: false, ownWords: null };
const curls = { ...nothing, hair: "short grey curls", ageFrom: 35, ageTo: 40, glasses: true };
const clause = "short grey curls, 35 to 40 years old, wearing glasses";

describeOnBothDatabases("a subject's profile", (open) => {
  const disposal = new AsyncDisposableStack();
  let studio: TestStudio;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    studio = disposal.use(await createTestStudio({ database }));
  }, 60_000);
  afterAll(() => disposal.disposeAsync());

  test("says nothing until it is written, and nobody else reads it", async () => {
    const [one, other] = [await signUpWithConsent(studio.url), await signUpWithConsent(studio.url)];
    expect(await one.api.account.profile.query()).toEqual({ ...nothing, clause: null, savedAt: null });

    const saved = await one.api.account.saveProfile.mutate(curls);
    expect(saved).toMatchObject({ ...curls, clause });
    expect(await one.api.account.profile.query()).toEqual(saved);
    expect(await other.api.account.profile.query()).toMatchObject({ clause: null });

    expect(await one.api.account.saveProfile.mutate(nothing)).toMatchObject({ clause: null });
  });

  test("stands in every prompt from then on, and a portrait keeps what it was made with", async () => {
    const person = await signUpWithModel(studio.url);
    await person.api.account.saveProfile.mutate(curls);
    const preview = await person.api.generations.preview.query({ brief: "at sea" });
    expect(preview.clauses.filter(({ origin }) => origin === "subject").map(({ text }) => text)).toEqual(
      clause.split(", "),
    );

    const { id, prompt } = await person.api.generations.create.mutate({ brief: "at sea" });
    expect(prompt).toBe(preview.prompt);
    const { portraits } = await untilGenerationEnds(person, id);
    await person.api.account.saveProfile.mutate({ ...nothing, hair: "bald" });

    const portrait = await person.api.gallery.get.query({ portraitId: portraits[0]?.id ?? "" });
    expect(portrait.recipe.prompt).toContain("short grey curls");
    expect(portrait.clauses.map(({ origin }) => origin)).toContain("subject");
    expect(portrait.clauses.map(({ text }) => text).join(", ")).toBe(prompt);
  });

  test("with somebody else's trigger word is refused, and what was saved before stays", async () => {
    const person = await signUpWithConsent(studio.url);
    await person.api.account.saveProfile.mutate(curls);
    const told = await domainErrorOf(
      person.api.account.saveProfile.mutate({ ...curls, ownWords: "like user20417733" }),
    );
    expect(told).toMatchObject({
      code: "profile_refused",
      details: { code: "foreign-trigger" },
      field: "profile",
    });
    expect(await person.api.account.profile.query()).toMatchObject(curls);
  });

  test.each([
    [{ ageFrom: 40, ageTo: 35 }, "ageTo"],
    [{ ageFrom: 12 }, "ageFrom"],
    [{ hair: "x".repeat(81) }, "hair"],
  ])("with %j names the field", async (wrong, field) => {
    const person = await signUpWithConsent(studio.url);
    const told = await domainErrorOf(person.api.account.saveProfile.mutate({ ...curls, ...wrong }));
    expect(told).toMatchObject({ code: "input_invalid" });
    expect(JSON.stringify(told)).toContain(field);
  });
});
