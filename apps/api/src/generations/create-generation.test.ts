import { randomUUID } from "node:crypto";
import { buildPrompt, verifyRecipe } from "@selfsame/flux-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { providerList } from "../../test/provider-list.ts";
import {
  patience,
  signUpWithModel,
  signUpWithPhotos,
  untilGenerationEnds,
  untilTrainingEnds,
} from "../../test/ready-subject.ts";
import { type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { findCaller } from "../account/find-caller.ts";
import { sha256Hex } from "../images/sha256-hex.ts";
import { createGeneration } from "./create-generation.ts";

describeOnBothDatabases("a generation", (open) => {
  const disposal = new AsyncDisposableStack();
  let studio: TestStudio;
  let ada: SignedUp;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    studio = disposal.use(await createTestStudio({ database }));
    ada = await signUpWithModel(studio.url);
  }, 60_000);
  afterAll(() => disposal.disposeAsync());

  test("sends what flux-core builds for the caller's own trigger word, on the default preset", async () => {
    const brief = "confident woman, street fashion";
    const { id, prompt, preset } = await ada.api.generations.create.mutate({ brief });
    const { triggerWord } = await ada.api.account.get.query();

    expect(preset).toEqual({ id: "natural-expression", version: 1 });
    expect(prompt).toMatch(
      new RegExp(
        `^${triggerWord}, confident woman, ${triggerWord} portrait, street fashion, film photograph`,
      ),
    );
    const built = buildPrompt({
      brief,
      trigger: triggerWord,
      placement: "begin-and-middle",
      quality: "film-portrait",
    });
    expect(built).toMatchObject({ ok: true, value: { text: prompt } });
    await untilGenerationEnds(ada, id);
    const sent = (await providerList(studio.simulator.url, "predictions")).find(
      ({ input }) => input?.["prompt"] === prompt,
    );
    expect(sent?.input).toMatchObject({
      guidance_scale: 2.8,
      num_inference_steps: 50,
      output_quality: 100,
      go_fast: false,
      aspect_ratio: "3:4",
      output_format: "png",
      lora_scale: 1,
    });
  });

  test("sends what is changed of a preset, and can be read again by its clauses", async () => {
    const caller = await findCaller(studio.studio, ada);
    const { id, prompt } = await createGeneration(studio.studio, caller, {
      service: "studio",
      brief: "on the pier, early",
      expression: null,
      enhancement: "none",
      presetId: null,
      changes: { guidance: 3.1, numInferenceSteps: 42, triggerPlacement: "begin", promptQuality: "none" },
      outputs: 1,
      seed: 11,
      idempotencyKey: null,
    });
    expect(prompt).toBe(`${caller.triggerWord}, on the pier, early`);
    const { portraits, changes } = await untilGenerationEnds(ada, id);
    expect(changes).toMatchObject({ guidance: 3.1, numInferenceSteps: 42 });
    const { recipe, clauses } = await ada.api.gallery.get.query({ portraitId: portraits[0]?.id ?? "" });
    expect(recipe.input).toMatchObject({
      guidance_scale: 3.1,
      num_inference_steps: 42,
      lora_scale: 1,
      seed: 11,
    });
    expect(clauses.map(({ text }) => text)).toEqual([caller.triggerWord, "on the pier", "early"]);
  });

  test("refuses changes that the model does not take, and leaves nothing behind", async () => {
    const caller = await findCaller(studio.studio, ada);
    const before = await ada.api.generations.list.query({ limit: 50 });
    const refused = createGeneration(studio.studio, caller, {
      service: "studio",
      brief: "on the pier",
      expression: null,
      enhancement: "none",
      presetId: null,
      changes: { guidance: 11 },
      outputs: 1,
      seed: null,
      idempotencyKey: null,
    });
    await expect(refused).rejects.toMatchObject({ code: "parameter_out_of_bounds" });
    expect(await ada.api.generations.list.query({ limit: 50 })).toEqual(before);
  });

  test("ends with its portraits stored here, whole, under a sealed recipe", async () => {
    const { id } = await ada.api.generations.create.mutate({
      brief: "calm, by a window",
      outputs: 2,
      seed: 7,
    });
    const ended = await untilGenerationEnds(ada, id);

    expect(ended).toMatchObject({ status: "succeeded", withheld: 0, error: null, seed: 7, progress: null });
    expect(ended.portraits.map(({ index }) => index)).toEqual([0, 1]);
    for (const portrait of ended.portraits) {
      const detail = await ada.api.gallery.get.query({ portraitId: portrait.id });
      const original = await ada.fetch(`/images/portraits/${portrait.id}/original`);
      const bytes = new Uint8Array(await original.arrayBuffer());
      expect(sha256Hex(bytes)).toBe(detail.sha256);
      expect(verifyRecipe(detail.recipe)).toMatchObject({ ok: true, value: { prompt: ended.prompt } });
      expect(detail.recipe).toMatchObject({ generationId: id, input: { seed: 7, num_outputs: 2 } });
      expect(detail.clauses.map(({ text }) => text).join(", ")).toBe(ended.prompt);
    }
    expect((await ada.api.gallery.list.query({})).portraits.map((portrait) => portrait.id)).toEqual(
      expect.arrayContaining(ended.portraits.map((portrait) => portrait.id)),
    );
  });

  test("tells nobody where the provider keeps anything", async () => {
    const { id } = await ada.api.generations.create.mutate({ brief: "at the harbour" });
    const ended = await untilGenerationEnds(ada, id);
    const all = [
      ended,
      await ada.api.generations.list.query({}),
      await ada.api.gallery.list.query({}),
      await ada.api.gallery.get.query({ portraitId: ended.portraits[0]?.id ?? "" }),
      await ada.api.models.get.query(),
    ];
    expect(JSON.stringify(all)).not.toMatch(/https?:|delivery|replicate\.com/);
  });

  test("asked for twenty times at once with one key, is one generation and one paid request", async () => {
    const brief = `autumn leaves ${randomUUID()}`;
    const idempotencyKey = randomUUID();
    const made = await Promise.all(
      Array.from({ length: 20 }, () => ada.api.generations.create.mutate({ brief, idempotencyKey })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const [first] = made;
    await untilGenerationEnds(ada, first?.id ?? "");
    const paid = await providerList(studio.simulator.url, "predictions");
    expect(paid.filter(({ input }) => String(input?.["prompt"]).includes(brief))).toHaveLength(1);
  });

  test.each([
    ["an empty brief", { brief: "  " }, "brief_empty", "brief"],
    ["a brief of 4,001 characters", { brief: "a ".repeat(2_001) }, "brief_too_long", "brief"],
    ["a brief of commas", { brief: ",,," }, "prompt_refused", "brief"],
    ["somebody else's trigger word", { brief: "user12345678 at sea" }, "prompt_refused", "brief"],
    ["an unknown preset", { brief: "calm", presetId: "best" }, "preset_unknown", "presetId"],
    ["five portraits", { brief: "calm", outputs: 5 }, "input_invalid", "outputs"],
    ["no portraits", { brief: "calm", outputs: 0 }, "input_invalid", "outputs"],
    ["a seed of 0, which the provider reads as random", { brief: "calm", seed: 0 }, "input_invalid", "seed"],
  ])("refuses %s, names the field, and leaves nothing behind", async (_what, input, code, field) => {
    const before = await ada.api.generations.list.query({ limit: 50 });
    const told = await domainErrorOf(ada.api.generations.create.mutate(input));

    expect(told).toMatchObject({ code, field });
    expect(told.fix).not.toBe("");
    expect(await ada.api.generations.list.query({ limit: 50 })).toEqual(before);
  });

  test("is refused before a model of one's own is there, and while it is being trained", async () => {
    const newcomer = await signUpWithConsent(studio.url);
    expect(await domainErrorOf(newcomer.api.generations.create.mutate({ brief: "calm" }))).toMatchObject({
      code: "model_missing",
    });
    studio.simulator.faults.add({ kind: "stuck-in-starting", job: "training", times: 1 });
    const learning = await signUpWithPhotos(studio.url);
    const { id: trainingId } = await learning.api.models.train.mutate();
    expect(await domainErrorOf(learning.api.generations.create.mutate({ brief: "calm" }))).toMatchObject({
      code: "model_not_ready",
    });
    // Until the provider has answered, cancelling it is a wish that only the next look would bring about.
    await expect
      .poll(async () => (await learning.api.models.get.query())?.trainings[0]?.status, patience)
      .toBe("submitted");
    await learning.api.models.cancelTraining.mutate({ trainingId });
    await untilTrainingEnds(learning);
  });

  test("of somebody else answers exactly as one that does not exist", async () => {
    const { id: generationId } = await ada.api.generations.create.mutate({ brief: "calm" });
    const eve = await signUpWithConsent(studio.url);
    for (const call of ["get", "cancel"] as const) {
      const ask = (id: string) =>
        call === "get"
          ? eve.api.generations.get.query({ generationId: id })
          : eve.api.generations.cancel.mutate({ generationId: id });
      expect(await domainErrorOf(ask(generationId))).toEqual(await domainErrorOf(ask(randomUUID())));
    }
    await untilGenerationEnds(ada, generationId);
  });

  test("shows its prompt before it is made, with what was replaced and why", async () => {
    const preview = await ada.api.generations.preview.query({ brief: "a woman with a huge grin, in rain" });
    expect(preview.prompt).not.toMatch(/huge grin/);
    expect(preview.notes).toContainEqual(
      expect.objectContaining({ code: "expression-replaced", from: "huge grin" }),
    );
    expect(preview.clauses.every(({ reason }) => reason !== "")).toBe(true);
  });
});
