import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";

import { useQueries } from "../../views/use-queries.ts";
import type { DraftDesk } from "./use-brief-draft.ts";

const route = getRouteApi("/signed-in/house/studio");

/** Lays out the brief of the generation the address names (`?from=`), once, for a person to change. */
export function useBriefSource(desk: DraftDesk): { readonly error: unknown } {
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  const source = useQuery({ ...useQueries().generation(from ?? ""), enabled: from !== undefined });

  const layOut = useEffectEvent(({ brief, expression }: NonNullable<typeof source.data>) => {
    desk.change({ brief, expression });
    void navigate({ search: {}, replace: true });
  });
  useEffect(() => {
    if (from !== undefined && source.data !== undefined) layOut(source.data);
  }, [from, source.data]);

  return { error: source.error };
}
