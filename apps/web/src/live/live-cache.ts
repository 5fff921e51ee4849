import type { InfiniteData, QueryClient, QueryKey } from "@tanstack/react-query";

import { measuredStep } from "../parts/measured-progress.ts";
import { hangsIn } from "../views/gallery-sift.ts";
import type { Queries } from "../views/queries.ts";
import { generationHasEnded } from "../views/has-ended.ts";
import type {
  BalanceView,
  GalleryPage,
  GenerationList,
  GenerationView,
  PairView,
  PortraitView,
  ShootView,
  TrainingView,
} from "../views/views.ts";
import { type News, newsOfGeneration, newsOfTraining } from "./news-of.ts";
import { withStep } from "./remaining-time.ts";
import { withRun, withTake } from "./shoot-event.ts";
import { stepsSeenKey, type StepsSeen } from "./steps-seen.ts";
import {
  laterGeneration,
  withGeneration,
  withoutPortraits,
  withPortrait,
  withPutAway,
  withTraining,
} from "./subject-event.ts";

/** The cache that live events and the answers of mutations are written into. */
export interface LiveCache {
  /** @returns what is worth saying aloud, if anything. */
  readonly writeGeneration: (generation: GenerationView) => News | null;
  /** @returns what is worth saying aloud, if anything. */
  readonly writeTraining: (training: TrainingView) => News | null;
  readonly writePortrait: (portrait: PortraitView) => void;
  /** Takes portraits down everywhere: they were put into the trash, or are gone. */
  readonly takeDown: (portraitIds: readonly string[]) => void;
  /** Hangs portraits again that came out of the trash. */
  readonly hangAgain: (portraits: readonly PortraitView[]) => void;
  readonly readGalleryAgain: () => void;
  readonly writeBalance: (balance: BalanceView) => void;
  readonly writeShoot: (shoot: ShootView) => void;
  readonly writePair: (pair: PairView) => void;
}

/** More than this that hang again are read again instead of being put in one by one. */
const hungOneByOne = 50;

/**
 * Writes fresh views into everything that is cached about them. A read that is under way is asked again, so that its
 * older answer cannot overwrite what was written.
 *
 * @param nowMs a clock that only goes forward, for the speed of trainings.
 */
export function createLiveCache(queryClient: QueryClient, queries: Queries, nowMs: () => number): LiveCache {
  function askAgainIfReading(queryKey: QueryKey): void {
    if (queryClient.isFetching({ queryKey, exact: true }) === 0) return;
    void queryClient.invalidateQueries({ queryKey, exact: true });
  }

  /** What hangs in the lookbook, and in the list of pairs, changes with the end of a generation. */
  function askForWhatIsTaken({ service }: GenerationView): void {
    if (service === "photoshoot") {
      void queryClient.invalidateQueries({ queryKey: queries.takenShots().queryKey });
      void queryClient.invalidateQueries({ queryKey: queries.shoots().queryKey });
    }
    if (service === "enhanced") void queryClient.invalidateQueries({ queryKey: queries.pairs().queryKey });
  }

  /** Every gallery that was read, each narrowed in its own way. */
  const galleries = () =>
    queryClient.getQueryCache().findAll({
      queryKey: queries.everyGalleryKey(),
      predicate: ({ meta }) => meta?.gallerySift !== undefined,
    });

  /** @param change gives the pages as they are now, or null where only the api knows */
  function changeGalleries(
    change: (pages: readonly GalleryPage[], sift: Parameters<typeof hangsIn>[0]) => GalleryPage[] | null,
  ): void {
    for (const { queryKey, meta } of galleries()) {
      const gallery = queryClient.getQueryData<InfiniteData<GalleryPage>>(queryKey);
      const pages = gallery && change(gallery.pages, meta?.gallerySift ?? {});
      if (pages === null) {
        void queryClient.invalidateQueries({ queryKey, exact: true });
        continue;
      }
      if (pages !== undefined) queryClient.setQueryData(queryKey, { ...gallery, pages });
      askAgainIfReading(queryKey);
    }
  }

  function writePortrait(portrait: PortraitView): void {
    changeGalleries((pages, sift) => {
      const hangs = hangsIn(sift, portrait);
      const isHung = () => pages.some(({ portraits }) => portraits.some(({ id }) => id === portrait.id));
      return hangs && sift.sort !== undefined && !isHung() ? null : withPortrait(pages, portrait, hangs);
    });
    const { queryKey } = queries.portrait(portrait.id);
    queryClient.setQueryData(queryKey, (known) => known && { ...known, ...portrait });
    void queryClient.invalidateQueries({ queryKey: queries.hasKept().queryKey });
  }

  function takeDown(portraitIds: readonly string[]): void {
    const ids = new Set(portraitIds);
    changeGalleries((pages) => withoutPortraits(pages, ids));
    queryClient.setQueryData(
      queries.generations().queryKey,
      (list): GenerationList | undefined =>
        list && { ...list, generations: list.generations.map((one) => withPutAway(one, ids)) },
    );
    for (const { queryKey } of queryClient.getQueryCache().findAll({ queryKey: queries.oneGenerationKey() }))
      queryClient.setQueryData<GenerationView>(queryKey, (known) => known && withPutAway(known, ids));
    void queryClient.invalidateQueries({ queryKey: queries.trash().queryKey });
    void queryClient.invalidateQueries({ queryKey: queries.hasKept().queryKey });
  }

  function readGalleryAgain(): void {
    void queryClient.invalidateQueries({ queryKey: queries.everyGalleryKey() });
    void queryClient.invalidateQueries({ queryKey: queries.everyGenerationKey() });
  }

  return {
    writeGeneration(generation) {
      const listKey = queries.generations().queryKey;
      const oneKey = queries.generation(generation.id).queryKey;
      const listed = queryClient.getQueryData(listKey)?.generations.find(({ id }) => id === generation.id);
      const before = listed ?? queryClient.getQueryData(oneKey);
      queryClient.setQueryData(listKey, (list) => list && withGeneration(list, generation));
      queryClient.setQueryData(oneKey, (known) => (known ? laterGeneration(known, generation) : generation));
      askAgainIfReading(listKey);
      queryClient.setQueriesData<ShootView>(
        { queryKey: queries.anyShoot() },
        (shoot) => shoot && withTake(shoot, generation),
      );
      queryClient.setQueriesData<PairView>(
        { queryKey: queries.anyPair() },
        (pair) => pair && withRun(pair, generation),
      );
      if (generationHasEnded(generation.status)) askForWhatIsTaken(generation);
      for (const portrait of generation.portraits) writePortrait(portrait);
      return newsOfGeneration(before, generation);
    },
    writeTraining(training) {
      const { queryKey } = queries.model();
      const model = queryClient.getQueryData(queryKey);
      const before = model?.trainings.find(({ id }) => id === training.id);
      // The first training brings the model itself, which only a read can name.
      if (!model) void queryClient.invalidateQueries({ queryKey });
      else queryClient.setQueryData(queryKey, withTraining(model, training));
      askAgainIfReading(queryKey);
      const measured = measuredStep(training.progress);
      if (measured !== null) {
        queryClient.setQueryData<StepsSeen>(stepsSeenKey(training.id), (seen = []) =>
          withStep(seen, { step: measured.step, atMs: nowMs() }),
        );
      }
      return newsOfTraining(before, training);
    },
    writePortrait(portrait) {
      const wasTrashed = queryClient.getQueryData(queries.portrait(portrait.id).queryKey)?.trashedAt ?? null;
      writePortrait(portrait);
      if (portrait.trashedAt !== null) takeDown([portrait.id]);
      else if (wasTrashed !== null) {
        void queryClient.invalidateQueries({ queryKey: queries.trash().queryKey });
        void queryClient.invalidateQueries({ queryKey: queries.everyGenerationKey() });
      }
    },
    takeDown(portraitIds) {
      takeDown(portraitIds);
      for (const id of portraitIds)
        void queryClient.invalidateQueries({ queryKey: queries.portrait(id).queryKey });
    },
    hangAgain(portraits) {
      if (portraits.length > hungOneByOne) return readGalleryAgain();
      for (const portrait of portraits) writePortrait(portrait);
      void queryClient.invalidateQueries({ queryKey: queries.trash().queryKey });
      void queryClient.invalidateQueries({ queryKey: queries.everyGenerationKey() });
    },
    readGalleryAgain,
    writeShoot(shoot) {
      const { queryKey } = queries.shoot(shoot.id);
      queryClient.setQueryData(queryKey, shoot);
      askAgainIfReading(queryKey);
      void queryClient.invalidateQueries({ queryKey: queries.shoots().queryKey });
    },
    writePair(pair) {
      const { queryKey } = queries.pair(pair.id);
      queryClient.setQueryData(queryKey, pair);
      askAgainIfReading(queryKey);
      void queryClient.invalidateQueries({ queryKey: queries.pairs().queryKey });
      void queryClient.invalidateQueries({ queryKey: queries.generations().queryKey });
    },
    writeBalance(balance) {
      const { queryKey } = queries.balance();
      queryClient.setQueryData(queryKey, balance);
      askAgainIfReading(queryKey);
      void queryClient.invalidateQueries({ queryKey: queries.creditHistory().queryKey });
      void queryClient.invalidateQueries({ queryKey: queries.spending().queryKey });
    },
  };
}
