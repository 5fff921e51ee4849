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

describe("what the live cache writes", () => {
  it("puts a generation into the list, under its own id, and its portraits into the gallery", () => {
    const { queryClient, queries, cache } = createCache();
    queryClient.setQueryData(queries.generations().queryKey, { generations: [], nextCursor: null });
    const gallery = queries.gallery(false).queryKey;
    queryClient.setQueryData(gallery, { pages: [galleryPage([], null)], pageParams: [null] });

    const generation = generationView({ status: "succeeded", portraits: [portraitView({ id: "first" })] });
    cache.writeGeneration(generation);

    expect(queryClient.getQueryData(queries.generations().queryKey)?.generations).toEqual([generation]);
    expect(queryClient.getQueryData(queries.generation(generation.id).queryKey)).toEqual(generation);
    expect(queryClient.getQueryData(gallery)?.pages[0]?.portraits.map(({ id }) => id)).toEqual(["first"]);
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
    for (const keptOnly of [false, true]) {
      queryClient.setQueryData(queries.gallery(keptOnly).queryKey, {
        pages: [galleryPage(["a"], null)],
        pageParams: [null],
      });
    }
    cache.writePortrait(portraitView({ id: "a", kept: false }));
    const hanging = (keptOnly: boolean) =>
      queryClient.getQueryData(queries.gallery(keptOnly).queryKey)?.pages[0]?.portraits.length;
    expect([hanging(false), hanging(true)]).toEqual([1, 0]);
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
