import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import type { SignedUp } from "../../test/sign-up.ts";
import { findCaller } from "../account/find-caller.ts";
import { isDomainError } from "../errors/domain-error.ts";
import { createGeneration } from "../generations/create-generation.ts";
import type { Studio } from "../studio/studio.ts";
import type { CreditSettings } from "./credit-settings.ts";
import { getSpending } from "./get-spending.ts";
import { pauseStudio } from "./pause-studio.ts";
import { resumeStudio } from "./resume-studio.ts";
import { setMonthlyCap } from "./set-monthly-cap.ts";

const disposal = new AsyncDisposableStack();
let server: TestStudio;

beforeAll(async () => {
  const { database } = disposal.use(await createTestDatabase("postgres"));
  server = disposal.use(await createTestStudio({ database }));
});
afterAll(() => disposal.disposeAsync());

/** The same studio at another moment, with other limits. The training before it is long past by then. */
const studioAt = (moment: string, limits: Partial<CreditSettings> = {}): Studio => {
  const { settings } = server.studio;
  return {
    ...server.studio,
    clock: { now: () => new Date(moment) },
    settings: { ...settings, credits: { ...settings.credits, ...limits } },
  };
};

const create = async (studio: Studio, person: SignedUp, outputs: number) =>
  createGeneration(studio, await findCaller(studio, person), {
    service: "studio",
    brief: "at sea",
    expression: null,
    enhancement: "none",
    presetId: null,
    changes: {},
    outputs,
    seed: null,
    idempotencyKey: null,
  });

const refusalOf = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (isDomainError(error)) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error("It was let through");
};

test("one's own monthly cap holds, counts nothing that was given back, and ends with the month", async () => {
  const march = studioAt("2030-03-11T12:00:00.000Z");
  const person = await signUpWithModel(server.url);
  const caller = await findCaller(march, person);
  await setMonthlyCap(march, caller, 5);
  server.simulator.faults.add({ kind: "failed", job: "prediction" });
  await untilGenerationEnds(person, (await create(march, person, 4)).id);
  server.simulator.faults.clear();
  await untilGenerationEnds(person, (await create(march, person, 4)).id);
  expect(await getSpending(march, caller)).toEqual({
    month: { from: "2030-03-01T00:00:00.000Z", until: "2030-04-01T00:00:00.000Z" },
    spent: 4,
    ownCap: 5,
    studioCap: null,
  });
  expect(await refusalOf(create(march, person, 2))).toEqual({
    code: "monthly_cap_reached",
    details: { cap: 5, spent: 4, need: 2, setBy: "you", resetsAt: "2030-04-01T00:00:00.000Z" },
  });
  expect(await create(studioAt("2030-04-01T00:00:00.000Z"), person, 2)).toMatchObject({ outputs: 2 });
  await setMonthlyCap(march, caller, null);
  expect(await create(march, person, 2)).toMatchObject({ outputs: 2 });
});

test("the studio's cap holds for everybody, also for who allows themselves more", async () => {
  const may = studioAt("2030-05-12T12:00:00.000Z", { monthlyPerSubject: 6 });
  const person = await signUpWithModel(server.url);
  await setMonthlyCap(may, await findCaller(may, person), 10_000);
  await create(may, person, 4);
  expect(await refusalOf(create(may, person, 4))).toMatchObject({
    code: "monthly_cap_reached",
    details: { cap: 6, spent: 4, setBy: "studio" },
  });
});

test("what all spend in a day ends at the studio's limit, also when all ask at once", async () => {
  const limits = { dailyForStudio: 10 };
  const today = studioAt("2030-12-13T12:00:00.000Z", limits);
  const people = [await signUpWithModel(server.url), await signUpWithModel(server.url)];
  const asked = people.flatMap((person) => [4, 4, 4].map((outputs) => create(today, person, outputs)));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  for (const person of people) {
    expect(await refusalOf(create(today, person, 4))).toEqual({
      code: "studio_limit_reached",
      details: { resetsAt: "2030-12-14T00:00:00.000Z" },
    });
    const tomorrow = studioAt("2030-12-14T00:00:00.000Z", limits);
    expect(await create(tomorrow, person, 4)).toMatchObject({ outputs: 4 });
  }
});

test("a paused studio takes no new paid work, and ends what is under way", async () => {
  const person = await signUpWithModel(server.url);
  const running = await person.api.generations.create.mutate({ brief: "at sea" });
  await pauseStudio(server.studio, "the provider's prices have changed");
  try {
    const refused = {
      code: "studio_paused",
      details: { reason: "the provider's prices have changed" },
    };
    expect(await domainErrorOf(person.api.generations.create.mutate({ brief: "at sea" }))).toMatchObject(
      refused,
    );
    expect(await domainErrorOf(person.api.models.train.mutate())).toMatchObject(refused);
    expect(await untilGenerationEnds(person, running.id)).toMatchObject({ status: "succeeded" });
  } finally {
    await resumeStudio(server.studio);
  }
  expect(await person.api.generations.create.mutate({ brief: "at sea" })).toMatchObject({ outputs: 1 });
});
