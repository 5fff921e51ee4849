import type {
  GalleryPage,
  GenerationList,
  GenerationView,
  ModelView,
  PortraitView,
  TrainingView,
} from "../views/views.ts";
import { generationHasEnded, trainingHasEnded } from "../views/has-ended.ts";

/**
 * Puts a fresh generation into the list, newest first. An end is final: an older view that arrives late, from a slow
 * read, does not take it back.
 */
export function withGeneration(list: GenerationList, generation: GenerationView): GenerationList {
  const known = list.generations.find(({ id }) => id === generation.id);
  if (known === undefined) {
    const generations = [generation, ...list.generations].toSorted(newestFirst);
    return { ...list, generations };
  }
  const next = laterGeneration(known, generation);
  if (next === known) return list;
  return { ...list, generations: list.generations.map((one) => (one.id === next.id ? next : one)) };
}

/** The later of two views of one generation: an end stands, and stored portraits do not vanish. */
export function laterGeneration(known: GenerationView, fresh: GenerationView): GenerationView {
  if (generationHasEnded(known.status) && !generationHasEnded(fresh.status)) return known;
  if (!generationHasEnded(fresh.status) && fresh.portraits.length < known.portraits.length) return known;
  return fresh;
}

/** Puts a fresh training into the model: at most one version is in use, and an end is final. */
export function withTraining(model: ModelView, training: TrainingView): ModelView {
  const known = model.trainings.find(({ id }) => id === training.id);
  if (known !== undefined && trainingHasEnded(known.status) && !trainingHasEnded(training.status))
    return model;
  const others = model.trainings
    .filter(({ id }) => id !== training.id)
    .map((other) => (training.active && other.active ? { ...other, active: false } : other));
  const trainings = [training, ...others].toSorted(newestFirst);
  return { ...model, trainings, ready: trainings.some(({ active }) => active) };
}

/**
 * Puts a fresh portrait where it hangs. One that is newer than the last page that was read is inserted; an older one
 * is left for its own page. One that does not hang here, or not any more, is taken down.
 */
export function withPortrait(
  pages: readonly GalleryPage[],
  portrait: PortraitView,
  hangs: boolean,
): GalleryPage[] {
  const hung = pages.findIndex(({ portraits }) => portraits.some(({ id }) => id === portrait.id));
  if (hung !== -1) {
    return withPage(pages, hung, (portraits) =>
      hangs
        ? portraits.map((one) => (one.id === portrait.id ? { ...one, ...portrait } : one))
        : portraits.filter(({ id }) => id !== portrait.id),
    );
  }
  const place = pages.findIndex(
    ({ nextCursor, portraits }) =>
      nextCursor === null || portraits.some((one) => newestFirst(portrait, one) < 0),
  );
  if (!hangs || place === -1) return [...pages];
  return withPage(pages, place, (portraits) => [...portraits, portrait].toSorted(newestFirst));
}

/** Takes portraits down from wherever they hang; pages without any of them stay as they are. */
export function withoutPortraits<TPage extends Pick<GalleryPage, "portraits">>(
  pages: readonly TPage[],
  portraitIds: ReadonlySet<string>,
): TPage[] {
  return pages.map((page) =>
    page.portraits.some(({ id }) => portraitIds.has(id))
      ? { ...page, portraits: page.portraits.filter(({ id }) => !portraitIds.has(id)) }
      : page,
  );
}

/** A generation some of whose portraits hang nowhere any more. */
export function withPutAway(generation: GenerationView, portraitIds: ReadonlySet<string>): GenerationView {
  const portraits = generation.portraits.filter(({ id }) => !portraitIds.has(id));
  const putAway = generation.putAway + generation.portraits.length - portraits.length;
  return putAway === generation.putAway ? generation : { ...generation, portraits, putAway };
}

function withPage(
  pages: readonly GalleryPage[],
  index: number,
  change: (portraits: GalleryPage["portraits"]) => GalleryPage["portraits"],
): GalleryPage[] {
  return pages.map((page, at) => (at === index ? { ...page, portraits: change(page.portraits) } : page));
}

/** Ids are version 7 uuids, which sort by the time they were given; they break ties of the same moment. */
function newestFirst(one: Dated, other: Dated): number {
  return other.createdAt.localeCompare(one.createdAt) || other.id.localeCompare(one.id);
}

interface Dated {
  readonly id: string;
  readonly createdAt: string;
}
