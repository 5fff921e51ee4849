import { describe, expect, it } from "vitest";
import {
  predictionBody,
  startProviderFixture,
  trainingBody,
  versionHash,
} from "../../test/replicate/provider-fixture.ts";
import { type Script, sendJson } from "../../test/replicate/scripted-server.ts";

const notBefore = new Date("2026-05-04T09:59:00Z");
const generation = {
  webhookUrl: null,
  version: versionHash,
  prompt: "user42585527 at sea",
  seed: 7,
  input: { prompt: "user42585527 at sea", seed: 7, num_outputs: 2, go_fast: false },
  taken: [],
  notBefore,
};
const training = { webhookUrl: null, zipUrl: "https://api.example/v1/files/one", notBefore };

const at = (time: string) => ({ created_at: `2026-05-04T${time}Z` });
const other = (id: string, over: object = {}) =>
  predictionBody({ id, input: { prompt: "another", seed: 8 }, ...over });

/** Serves pages in order; each but the last names the next under another host. */
const pages =
  (...all: readonly (readonly unknown[])[]): Script =>
  ({ request, response }) => {
    const cursor = new URL(request.path, "http://any").searchParams.get("cursor");
    const index = cursor === null ? 0 : Number(cursor);
    const next = index + 1 < all.length ? `https://elsewhere.example/v1/list?cursor=${index + 1}` : null;
    sendJson(response, 200, { next, previous: null, results: all[index] });
  };

describe("finding a generation after an unclear failure", () => {
  it("goes through the pages of our own API down to the one with its version, prompt and seed", async () => {
    await using fixture = await startProviderFixture(
      pages([other("a"), other("b")], [other("c"), predictionBody({ id: "mine" })]),
    );

    const found = await fixture.provider.findGeneration(generation);

    expect(found).toMatchObject({ outcome: "found", report: { providerId: "mine", input: { seed: 7 } } });
    const window = "created_after=2026-05-04T09%3A54%3A00.000Z";
    expect(fixture.server.received.map(({ path }) => path)).toEqual([
      `/v1/predictions?${window}`,
      `/v1/predictions?${window}&cursor=1`,
    ]);
  });

  it.each([
    ["version", { version: "c".repeat(64) }],
    ["prompt", { input: { prompt: "user42585527 at home", seed: 7 } }],
    ["seed", { input: { prompt: "user42585527 at sea", seed: 8 } }],
    ["number of pictures", { input: { prompt: "user42585527 at sea", seed: 7, num_outputs: 1 } }],
    ["webhook", { webhook: "https://studio.example/?id=2" }],
  ])("is not misled by a run that differs in its %s alone", async (_name, over) => {
    await using fixture = await startProviderFixture(pages([predictionBody(over)]));
    expect(await fixture.provider.findGeneration(generation)).toEqual({ outcome: "not-found" });
  });

  it("goes by the webhook address where the provider repeats it, also after it forgot the input", async () => {
    const webhookUrl = "https://studio.example/?id=1";
    await using fixture = await startProviderFixture(
      pages([
        predictionBody({ id: "twin", webhook: "https://studio.example/?id=2" }),
        predictionBody({ id: "mine", webhook: webhookUrl, input: {} }),
      ]),
    );
    expect(await fixture.provider.findGeneration({ ...generation, webhookUrl })).toMatchObject({
      outcome: "found",
      report: { providerId: "mine", webhookUrl },
    });
  });

  it("goes by version, prompt and seed where the provider does not repeat the webhook address", async () => {
    await using fixture = await startProviderFixture(pages([predictionBody({ id: "mine" })]));
    const webhookUrl = "https://studio.example/?id=1";
    expect(await fixture.provider.findGeneration({ ...generation, webhookUrl })).toMatchObject({
      outcome: "found",
    });
  });

  it("passes over what is known to be another generation's, though it is alike to the letter", async () => {
    await using fixture = await startProviderFixture(
      pages([predictionBody({ id: "mine" }), predictionBody({ id: "twin", ...at("09:59:30") })]),
    );
    expect(await fixture.provider.findGeneration({ ...generation, taken: ["twin"] })).toMatchObject({
      report: { providerId: "mine" },
    });
  });

  it("takes the oldest of several, which is the one that ran first", async () => {
    await using fixture = await startProviderFixture(
      pages([predictionBody({ id: "second" }), predictionBody({ id: "first", ...at("09:59:30") })]),
    );
    expect(await fixture.provider.findGeneration(generation)).toMatchObject({
      report: { providerId: "first" },
    });
  });

  it("does not say not-found while an entry cannot be read", async () => {
    await using fixture = await startProviderFixture(
      pages([other("a"), predictionBody({ status: "dreaming" })]),
    );
    expect(await fixture.provider.findGeneration(generation)).toMatchObject({
      outcome: "unavailable",
      error: { code: "provider_unavailable", reason: "malformed-answer" },
    });
  });

  it("does not say not-found while an entry of its version has been forgotten", async () => {
    await using fixture = await startProviderFixture(
      pages([predictionBody({ input: {}, data_removed: true })]),
    );
    expect(await fixture.provider.findGeneration(generation)).toMatchObject({ outcome: "unavailable" });
  });

  it("does not say not-found when a page does not come", async () => {
    await using fixture = await startProviderFixture(({ number, response }) =>
      number === 0
        ? sendJson(response, 200, { next: "https://x.example/?cursor=1", results: [other("a")] })
        : sendJson(response, 500, {}),
    );
    expect(await fixture.provider.findGeneration(generation)).toMatchObject({ outcome: "unavailable" });
  });

  it("gives up a list that never ends", async () => {
    await using fixture = await startProviderFixture(({ response }) =>
      sendJson(response, 200, { next: "https://x.example/?cursor=same", results: [other("a")] }),
    );
    expect(await fixture.provider.findGeneration(generation)).toMatchObject({ outcome: "unavailable" });
    expect(fixture.server.received).toHaveLength(200);
  });
});

describe("finding a training after an unclear failure", () => {
  it("knows it by its zip's address", async () => {
    await using fixture = await startProviderFixture(
      pages([
        trainingBody({ id: "other", input: { input_images: "https://api.example/v1/files/two" } }),
        trainingBody({ id: "mine" }),
      ]),
    );
    expect(await fixture.provider.findTraining(training)).toMatchObject({
      outcome: "found",
      report: { providerId: "mine", input: { triggerWord: "user42585527" } },
    });
    expect(fixture.server.received[0]?.path).toBe("/v1/trainings");
  });

  it("stops at the first entry older than the intent, with five minutes for clocks that disagree", async () => {
    const strange = { input: { input_images: "https://api.example/v1/files/two" } };
    await using fixture = await startProviderFixture(
      pages(
        [trainingBody({ ...strange, ...at("09:54:01") }), trainingBody(at("09:53:59"))],
        [trainingBody()],
      ),
    );
    expect(await fixture.provider.findTraining(training)).toEqual({ outcome: "not-found" });
    expect(fixture.server.received).toHaveLength(1);
  });
});
