import type { inferRouterInputs } from "@trpc/server";
import type { AppRouter } from "@selfsame/api/router";

import type { PortraitView } from "./views.ts";

type ListInput = inferRouterInputs<AppRouter>["gallery"]["listByScore"];

/**
 * What a gallery is narrowed to, as the api takes it; what is left out narrows nothing. With `sort` it goes by a score
 * and can be narrowed by scores, too; without, the newest come first.
 */
export type GallerySift = Partial<
  Pick<
    ListInput,
    | "sort"
    | "kept"
    | "service"
    | "presetId"
    | "from"
    | "until"
    | "likenessBand"
    | "naturalnessFrom"
    | "naturalnessBelow"
  >
>;

/** Whether a portrait hangs in a gallery that is narrowed so, whatever its score, which never changes. */
export function hangsIn(
  { kept, service, presetId, from, until }: GallerySift,
  portrait: PortraitView,
): boolean {
  return (
    portrait.trashedAt === null &&
    (kept === undefined || portrait.kept === kept) &&
    (service === undefined || portrait.service === service) &&
    (presetId === undefined || portrait.presetId === presetId) &&
    (from === undefined || portrait.createdAt >= from) &&
    (until === undefined || portrait.createdAt < until)
  );
}
