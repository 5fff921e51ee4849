import type { AppRouter } from "@selfsame/api/router";
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";

import type { GallerySift } from "./gallery-sift.ts";
import type { ApiClient } from "../trpc.ts";
import type { ExperimentDesign, FigureGrouping, GalleryPage, ShootWish } from "./views.ts";

const firstPage: string | null = null;
const galleryPageSize = 96;
const trashPageSize = 96;
const latestGenerations = 20;
const latestShoots = 12;
const latestPairs = 12;
const newestEntry: number | null = null;
const historyPageSize = 20;
const proofPageSize = 20;
const conversationPageSize = 20;
const experimentsPageSize = 20;

/** Every read the page makes, in one place, so that live events know where their news belongs. */
export function createQueries(trpc: TRPCOptionsProxy<AppRouter>, client: ApiClient) {
  return {
    studio: () => trpc.studio.get.queryOptions(undefined, { staleTime: Infinity }),
    account: () => trpc.account.get.queryOptions(undefined, { staleTime: 60_000 }),
    sessions: () => trpc.account.sessions.queryOptions(),
    tokens: () => trpc.tokens.list.queryOptions(),
    settings: () => trpc.notices.settings.queryOptions(undefined, { staleTime: 60_000 }),
    profile: () => trpc.account.profile.queryOptions(undefined, { staleTime: 60_000 }),
    consentText: () => trpc.account.consentText.queryOptions(undefined, { staleTime: 60_000 }),
    selfies: () => trpc.selfies.list.queryOptions(),
    model: () => trpc.models.get.queryOptions(),
    generations: () => trpc.generations.list.queryOptions({ limit: latestGenerations }),
    generation: (generationId: string) => trpc.generations.get.queryOptions({ generationId }),
    gallery(sift: GallerySift = {}) {
      const input = { limit: galleryPageSize, ...sift };
      return infiniteQueryOptions({
        queryKey: trpc.gallery.list.infiniteQueryKey(input),
        // Asked through the client: the binding would add a direction, which the api does not take.
        queryFn({ pageParam, signal }): Promise<GalleryPage> {
          const { sort, ...part } = { ...input, cursor: pageParam };
          return sort === undefined
            ? client.gallery.list.query(part, { signal })
            : client.gallery.listByScore.query({ sort, ...part }, { signal });
        },
        initialPageParam: firstPage,
        getNextPageParam: (page) => page.nextCursor,
        meta: { gallerySift: sift },
        // Compared whole, ten thousand portraits would hold up every page that is read.
        structuralSharing: false,
      });
    },
    trash() {
      const input = { limit: trashPageSize };
      return infiniteQueryOptions({
        queryKey: trpc.gallery.listTrash.infiniteQueryKey(input),
        queryFn: ({ pageParam, signal }) =>
          client.gallery.listTrash.query({ ...input, cursor: pageParam }, { signal }),
        initialPageParam: firstPage,
        getNextPageParam: (page) => page.nextCursor,
      });
    },
    /** The beginning of the key of every read of the gallery. */
    everyGalleryKey: () => trpc.gallery.pathKey(),
    /** The beginning of the key of every read of one generation. */
    oneGenerationKey: () => trpc.generations.get.pathKey(),
    /** The beginning of the key of every read of generations. */
    everyGenerationKey: () => trpc.generations.pathKey(),
    /** Whether a portrait was ever kept, which ends the three-step line. */
    hasKept: () => trpc.gallery.list.queryOptions({ limit: 1, kept: true }, { staleTime: 60_000 }),
    balance: () => trpc.credits.balance.queryOptions(),
    spending: () => trpc.credits.spending.queryOptions(),
    creditHistory() {
      const input = { limit: historyPageSize };
      return infiniteQueryOptions({
        queryKey: trpc.credits.history.infiniteQueryKey(input),
        queryFn: ({ pageParam, signal }) =>
          client.credits.history.query({ ...input, cursor: pageParam }, { signal }),
        initialPageParam: newestEntry,
        getNextPageParam: (page) => page.nextCursor,
      });
    },
    proof() {
      const input = { limit: proofPageSize };
      return infiniteQueryOptions({
        queryKey: trpc.isolation.proof.infiniteQueryKey(input),
        queryFn: ({ pageParam, signal }) =>
          client.isolation.proof.query({ ...input, cursor: pageParam }, { signal }),
        initialPageParam: firstPage,
        getNextPageParam: (page) => page.nextCursor,
      });
    },
    conversation: (conversationId: string) => trpc.maya.read.queryOptions({ conversationId }),
    usual: () => trpc.maya.usual.queryOptions(),
    conversations() {
      const input = { limit: conversationPageSize };
      return infiniteQueryOptions({
        queryKey: trpc.maya.list.infiniteQueryKey(input),
        queryFn: ({ pageParam, signal }) =>
          client.maya.list.query({ ...input, cursor: pageParam }, { signal }),
        initialPageParam: firstPage,
        getNextPageParam: (page) => page.nextCursor,
      });
    },
    figures: (by: FigureGrouping) => trpc.measuring.figures.queryOptions({ by }),
    experiments() {
      const input = { limit: experimentsPageSize };
      return infiniteQueryOptions({
        queryKey: trpc.lab.list.infiniteQueryKey(input),
        queryFn: ({ pageParam, signal }) =>
          client.lab.list.query({ ...input, cursor: pageParam }, { signal }),
        initialPageParam: firstPage,
        getNextPageParam: (page) => page.nextCursor,
      });
    },
    readyExperiments: () => trpc.lab.ready.queryOptions(undefined, { staleTime: Infinity }),
    estimate: (design: ExperimentDesign) => trpc.lab.estimate.queryOptions({ design }),
    experiment: (experimentId: string) => trpc.lab.get.queryOptions({ experimentId }),
    verdict: (experimentId: string) => trpc.lab.verdict.queryOptions({ experimentId }),
    ballot: (experimentId: string) => trpc.lab.nextBallot.queryOptions({ experimentId }),
    defaultPreset: () => trpc.presets.default.queryOptions(),
    collections: () => trpc.photoshoot.collections.queryOptions(undefined, { staleTime: Infinity }),
    ownCollections: () => trpc.photoshoot.ownCollections.queryOptions(),
    takenShots: () => trpc.photoshoot.taken.queryOptions(),
    shootEstimate: (wish: ShootWish) => trpc.photoshoot.estimate.queryOptions(wish, { staleTime: 60_000 }),
    shoots: () => trpc.photoshoot.list.queryOptions({ limit: latestShoots }),
    shoot: (shootId: string) => trpc.photoshoot.get.queryOptions({ shootId }),
    /** Whatever shoots are known, for news of one of their generations. */
    anyShoot: () => trpc.photoshoot.get.pathKey(),
    shotDrafts: (portraitIds: string[]) =>
      trpc.photoshoot.draftShots.queryOptions({ portraitIds }, { staleTime: Infinity }),
    levels: () => trpc.enhanced.levels.queryOptions(undefined, { staleTime: Infinity }),
    pairPlan: (portraitId: string) => trpc.enhanced.plan.queryOptions({ portraitId }),
    pairs: () => trpc.enhanced.list.queryOptions({ limit: latestPairs }),
    pair: (pairId: string) => trpc.enhanced.get.queryOptions({ pairId }),
    /** Whatever pairs are known, for news of one of their generations. */
    anyPair: () => trpc.enhanced.get.pathKey(),
    portrait: (portraitId: string) => trpc.gallery.get.queryOptions({ portraitId }),
  };
}

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: {
      /** Of a read of the gallery: what it is narrowed to, so that live news know whether it concerns them. */
      readonly gallerySift?: GallerySift;
    };
  }
}

export type Queries = ReturnType<typeof createQueries>;
