import type { QueryClient, QueryKey } from "@tanstack/react-query";

import { measuredStep } from "../parts/measured-progress.ts";
import type { Queries } from "../views/queries.ts";
import type { BalanceView, GenerationView, PortraitView, TrainingView } from "../views/views.ts";
import { type News, newsOfGeneration, newsOfTraining } from "./news-of.ts";
import { withStep } from "./remaining-time.ts";
import { stepsSeenKey, type StepsSeen } from "./steps-seen.ts";
import { laterGeneration, withGeneration, withPortrait, withTraining } from "./subject-event.ts";

/** The cache that live events and the answers of mutations are written into. */
export interface LiveCache {
  /** @returns what is worth saying aloud, if anything. */
  readonly writeGeneration: (generation: GenerationView) => News | null;
  /** @returns what is worth saying aloud, if anything. */
  readonly writeTraining: (training: TrainingView) => News | null;
  readonly writePortrait: (portrait: PortraitView) => void;
  readonly writeBalance: (balance: BalanceView) => void;
}

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

  function writePortrait(portrait: PortraitView): void {
    for (const keptOnly of [false, true]) {
      const { queryKey } = queries.gallery(keptOnly);
      queryClient.setQueryData(
        queryKey,
        (gallery) => gallery && { ...gallery, pages: withPortrait(gallery.pages, portrait, keptOnly) },
      );
      askAgainIfReading(queryKey);
    }
    const { queryKey } = queries.portrait(portrait.id);
    queryClient.setQueryData(queryKey, (known) => known && { ...known, ...portrait });
    void queryClient.invalidateQueries({ queryKey: queries.hasKept().queryKey });
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
    writePortrait,
    writeBalance(balance) {
      const { queryKey } = queries.balance();
      queryClient.setQueryData(queryKey, balance);
      askAgainIfReading(queryKey);
      void queryClient.invalidateQueries({ queryKey: queries.creditHistory().queryKey });
      void queryClient.invalidateQueries({ queryKey: queries.spending().queryKey });
    },
  };
}
