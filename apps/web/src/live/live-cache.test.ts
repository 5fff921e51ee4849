import { QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { describe, expect, it } from "vitest";

import { galleryPage, generationView, modelView, portraitView, trainingView } from "../../test/views.ts";
import { createApiClient } from "../trpc.ts";
import { createQueries } from "../views/queries.ts";
import { createLiveCache } from "./live-cache.ts";
import { stepsSeenKey } from "./steps-seen.ts";

function createCache() {
  const queryClient = new QueryClient();
  const client = createApiClient("http://studio.invalid/trpc");
  const queries = createQueries(createTRPCOptionsProxy({ client, queryClient }), client);
  let nowMs = 0;
  const cache = createLiveCache(queryClient, queries, () => (nowMs += 6_000));
  return { queryClient, queries, cache };
}

/** Puts portraits into galleries as if they had been read; the returned function says what hangs in each. */
function hang(
  queryClient: QueryClient,
  galleries: readonly ReturnType<ReturnType<typeof createCache>["queries"]["gallery"]>[],
  ids: readonly string[],
) {
  for (const { queryKey, meta } of galleries) {
    queryClient.getQueryCache().build(queryClient, { queryKey, ...(meta === undefined ? {} : { meta }) });
    queryClient.setQueryData(queryKey, { pages: [galleryPage(ids, null)], pageParams: [null] });
  }
  return () =>
    galleries.map(({ queryKey }) =>
      queryClient.getQueryData(queryKey)?.pages.flatMap(({ portraits }) => portraits.map(({ id }) => id)),
    );
}

describe("what the live cache writes", () => {
  it("puts a generation into the list, under its own id, and its portraits into the gallery", () => {
    const { queryClient, queries, cache } = createCache();
    queryClient.setQueryData(queries.generations().queryKey, { generations: [], nextCursor: null });
    const hanging = hang(queryClient, [queries.gallery()], []);

    const generation = generationView({ status: "succeeded", portraits: [portraitView({ id: "first" })] });
    cache.writeGeneration(generation);

    expect(queryClient.getQueryData(queries.generations().queryKey)?.generations).toEqual([generation]);
    expect(queryClient.getQueryData(queries.generation(generation.id).queryKey)).toEqual(generation);
    expect(hanging()).toEqual([["first"]]);
  });

  it("puts what one can spend where it is shown, and has the statement read again", () => {
    const { queryClient, queries, cache } = createCache();
    const statement = queries.creditHistory().queryKey;
    queryClient.setQueryData(statement, { pages: [{ entries: [], nextCursor: null }], pageParams: [null] });
    cache.writeBalance({ available: 7, reserved: 2 });
    expect(queryClient.getQueryData(queries.balance().queryKey)).toEqual({ available: 7, reserved: 2 });
    expect(queryClient.getQueryState(statement)?.isInvalidated).toBe(true);
  });

  it("does not invent lists that were never read", () => {
    const { queryClient, queries, cache } = createCache();
    cache.writeGeneration(generationView());
    cache.writeTraining(trainingView());
    expect(queryClient.getQueryData(queries.generations().queryKey)).toBeUndefined();
    expect(queryClient.getQueryData(queries.model().queryKey)).toBeUndefined();
  });

  it("takes a portrait that is no longer kept down from the kept ones only", () => {
    const { queryClient, queries, cache } = createCache();
    const hanging = hang(queryClient, [queries.gallery(), queries.gallery({ kept: true })], ["a"]);
    cache.writePortrait(portraitView({ id: "a", kept: false }));
    expect(hanging()).toEqual([["a"], []]);
  });

  it("hangs a new portrait in the galleries it belongs to, and in no others", () => {
    const { queryClient, queries, cache } = createCache();
    const galleries = [
      queries.gallery({ service: "studio" }),
      queries.gallery({ service: "maya" }),
      queries.gallery({ presetId: "previous" }),
      queries.gallery({ from: "2026-11-14T00:00:00.000Z", until: "2026-11-15T00:00:00.000Z" }),
      queries.gallery({ until: "2026-11-14T00:00:00.000Z" }),
    ];
    const hanging = hang(queryClient, galleries, []);
    cache.writePortrait(portraitView({ id: "new" }));
    expect(hanging()).toEqual([["new"], [], [], ["new"], []]);
  });

  it("keeps score and place of what hangs by its score, and has the studio say where anything else hangs", () => {
    const { queryClient, queries, cache } = createCache();
    const galleries = [
      queries.gallery({ sort: "likeness" }),
      queries.gallery({ sort: "likeness", kept: true }),
    ];
    const hanging = hang(queryClient, galleries, ["a", "b"]);
    const isOutOfDate = () =>
      galleries.map(({ queryKey }) => queryClient.getQueryState(queryKey)?.isInvalidated);
    const [all = queries.gallery()] = galleries;
    const score = { state: "waiting" } as const;
    const portraits = [portraitView({ id: "a", score }), portraitView({ id: "b", score })];
    queryClient.setQueryData(all.queryKey, { pages: [{ portraits, nextCursor: null }], pageParams: [null] });

    cache.writePortrait(portraitView({ id: "b" }));
    expect(queryClient.getQueryData(all.queryKey)?.pages[0]?.portraits).toEqual(portraits);
    expect(hanging()).toEqual([["a", "b"], ["a"]]);
    expect(isOutOfDate()).toEqual([false, false]);

    cache.writePortrait(portraitView({ id: "new" }));
    expect(hanging()).toEqual([["a", "b"], ["a"]]);
    expect(isOutOfDate()).toEqual([true, false]);
  });

  it("takes what was put into the trash down everywhere, and hangs it again where it hung", () => {
    const { queryClient, queries, cache } = createCache();
    const hanging = hang(queryClient, [queries.gallery(), queries.gallery({ kept: true })], ["b", "a"]);
    const generation = generationView({ status: "succeeded", portraits: [portraitView({ id: "a" })] });
    queryClient.setQueryData(queries.generations().queryKey, { generations: [generation], nextCursor: null });
    queryClient.setQueryData(queries.generation(generation.id).queryKey, generation);

    cache.writePortrait(portraitView({ id: "a", trashedAt: "2026-11-15T00:00:00.000Z" }));
    expect(hanging()).toEqual([["b"], ["b"]]);
    for (const known of [
      queryClient.getQueryData(queries.generations().queryKey)?.generations[0],
      queryClient.getQueryData(queries.generation(generation.id).queryKey),
    ])
      expect(known).toMatchObject({ portraits: [], putAway: 1 });

    cache.hangAgain([portraitView({ id: "a", kept: true, createdAt: "2026-11-13T00:00:00.000Z" })]);
    expect(hanging()).toEqual([
      ["b", "a"],
      ["b", "a"],
    ]);
  });

  it("remembers when each step of a training was seen", () => {
    const { queryClient, queries, cache } = createCache();
    queryClient.setQueryData(queries.model().queryKey, modelView([trainingView()]));
    for (const step of [100, 100, 200]) {
      cache.writeTraining(trainingView({ progress: { phase: "working", step, totalSteps: 1_000 } }));
    }
    expect(queryClient.getQueryData(stepsSeenKey(trainingView().id))).toEqual([
      { step: 100, atMs: 6_000 },
      { step: 200, atMs: 18_000 },
    ]);
  });

  it("tells the end of a training once", () => {
    const { queryClient, queries, cache } = createCache();
    queryClient.setQueryData(queries.model().queryKey, modelView([trainingView()]));
    const ready = trainingView({ status: "ready", active: true });
    expect(cache.writeTraining(ready)).toEqual({ kind: "training", end: "ready" });
    expect(cache.writeTraining(ready)).toBeNull();
  });
});
