import type { PortraitView, TakenShot } from "../../views/views.ts";

/** The portraits one has of a collection's shots, by the shot's id. */
export function takenOf(
  taken: readonly TakenShot[] | undefined,
  collectionId: string,
): ReadonlyMap<string, PortraitView> {
  return new Map(
    (taken ?? [])
      .filter((one) => one.collectionId === collectionId)
      .map(({ shotId, portrait }) => [shotId, portrait]),
  );
}
