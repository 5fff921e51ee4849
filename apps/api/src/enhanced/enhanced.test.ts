import { randomUUID } from "node:crypto";
import { enhancements } from "@selfsame/flux-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import type { SignedUp } from "../../test/sign-up.ts";

const levels = ["subtle", "medium", "dramatic"] as const;
const brief = "On the pier, grey coat, low sun";

describeOnBothDatabases("an enhancement", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let person: SignedUp;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    person = await signUpWithModel(server.url);
  });
  afterAll(() => disposal.disposeAsync());

  const inputOf = async (generationId: string) => {
    const { rows } = await server.database.executeSql(
      "select input, prompt, training_id from generations where id = $1",
      [generationId],
    );
    return rows[0] as { input: Record<string, unknown>; prompt: string; training_id: string };
  };
  /** A plain portrait that is there, of a generation of so many. */
  const portrait = async (outputs = 1) => {
    const { id } = await person.api.generations.create.mutate({ brief, expression: "calm", outputs });
    const { portraits } = await untilGenerationEnds(person, id);
    return portraits[portraits.length - 1]?.id ?? "";
  };
  const enhance = (portraitId: string, over: object = {}) =>
    person.api.enhanced.enhance.mutate({
      portraitId,
      level: "subtle",
      idempotencyKey: randomUUID(),
      ...over,
    });

  test.each(levels)(
    "at %s differs from its plain run in the layer and its phrase, and in nothing else",
    async (level) => {
      const pair = await person.api.enhanced.create.mutate({
        brief,
        expression: "calm",
        level,
        idempotencyKey: randomUUID(),
      });
      expect(pair).toMatchObject({
        level,
        plain: { service: "enhanced", enhancement: "none" },
        enhanced: { service: "enhanced", enhancement: level },
      });
      const [plain, enhanced] = [await inputOf(pair.plain.id), await inputOf(pair.enhanced.id)];
      const { slug, scale, phrase } = enhancements[level];
      expect(enhanced).toEqual({
        training_id: plain.training_id,
        prompt: `${plain.prompt}, ${phrase}`,
        input: {
          ...plain.input,
          prompt: `${plain.prompt}, ${phrase}`,
          extra_lora: `huggingface.co/${slug}`,
          extra_lora_scale: scale,
        },
      });
    },
  );

  test("is laid beside a portrait that is there: its seed, brief, preset and number, for the one run", async () => {
    const portraitId = await portrait(2);
    const plan = await person.api.enhanced.plan.query({ portraitId });
    expect(plan).toMatchObject({
      outputs: 2,
      notComparable: null,
      credits: { enhancedAlone: 2, both: 4 },
      portrait: { id: portraitId, index: 1 },
    });
    const before = await person.api.credits.balance.query();
    const pair = await enhance(portraitId, { level: "medium" });
    expect(pair.plain.portraits.map(({ id }) => id)).toContain(portraitId);
    expect(pair.enhanced).toMatchObject({ outputs: 2, seed: pair.plain.seed, expression: "calm" });
    const ended = await untilGenerationEnds(person, pair.enhanced.id);
    expect(ended.portraits).toHaveLength(2);
    const after = await person.api.credits.balance.query();
    expect(before.available - after.available).toBe(2);
    expect(await person.api.enhanced.get.query({ pairId: pair.id })).toMatchObject({
      enhanced: { status: "succeeded" },
    });
    expect((await person.api.enhanced.list.query({})).pairs[0]?.id).toBe(pair.id);
  });

  test("is the same pair again for the same key", async () => {
    const wish = { brief, level: "subtle", idempotencyKey: randomUUID() } as const;
    const [one, other] = await Promise.all([
      person.api.enhanced.create.mutate(wish),
      person.api.enhanced.create.mutate(wish),
    ]);
    expect(other.id).toBe(one.id);
  });

  test("that cannot be paid for whole makes neither run", async () => {
    const before = (await person.api.generations.list.query({ limit: 1 })).generations[0]?.id;
    const { spent } = await person.api.credits.spending.query();
    await person.api.credits.setMonthlyCap.mutate({ cap: spent + 1 });
    const refused = await domainErrorOf(
      person.api.enhanced.create.mutate({ brief, level: "subtle", idempotencyKey: randomUUID() }),
    );
    await person.api.credits.setMonthlyCap.mutate({ cap: null });
    expect(refused).toMatchObject({ code: "monthly_cap_reached", details: { need: 2 } });
    expect((await person.api.generations.list.query({ limit: 1 })).generations[0]?.id).toBe(before);
  });

  test("is never laid over an enhanced portrait, nor beside one that would differ in more", async () => {
    const { enhanced } = await enhance(await portrait());
    const [layered] = (await untilGenerationEnds(person, enhanced.id)).portraits;
    const plan = await person.api.enhanced.plan.query({ portraitId: layered?.id ?? "" });
    expect(plan.notComparable).toContain("enhancement already");
    expect(await domainErrorOf(enhance(layered?.id ?? ""))).toMatchObject({ code: "pair_not_comparable" });

    const portraitId = await portrait();
    await person.api.account.saveProfile.mutate({
      hair: "short grey curls",
      ageFrom: 35,
      ageTo: 40,
      glasses: false,
      ownWords: null,
    });
    expect((await person.api.enhanced.plan.query({ portraitId })).notComparable).toContain(
      "describe yourself",
    );
    expect(await domainErrorOf(enhance(portraitId))).toMatchObject({ code: "pair_not_comparable" });
    // Both are made anew, on the seed of the portrait.
    const both = await enhance(portraitId, { both: true });
    expect(both.plain).toMatchObject({ enhancement: "none", seed: both.enhanced.seed });
    expect(both.plain.portraits).toEqual([]);
    expect(both.plain.prompt).toContain("short grey curls");
  });

  describe("is one of the guard's list", () => {
    test("with what was learned told beside each", async () => {
      const told = await person.api.enhanced.levels.query();
      expect(told.map(({ level, note }) => [level, note])).toEqual(
        levels.map((level) => [level, enhancements[level].note]),
      );
    });

    test.each(["none", "extreme", "https://huggingface.co/somebody/else", ""])(
      "and never %j",
      async (level) => {
        const asked = person.api.enhanced.create.mutate({
          brief,
          // Safe: what a client of ours cannot write, another can.
          level: level as "subtle",
          idempotencyKey: randomUUID(),
        });
        expect(await domainErrorOf(asked)).toMatchObject({ code: "input_invalid", field: "level" });
      },
    );
  });
});
