import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";

import { useQueries } from "../views/use-queries.ts";
import { createLiveCache, type LiveCache } from "./live-cache.ts";

const nowMs = () => performance.now();

/** The cache that fresh views are written into, for live events and for the answers of mutations alike. */
export function useLiveCache(): LiveCache {
  const queryClient = useQueryClient();
  const queries = useQueries();
  return useMemo(() => createLiveCache(queryClient, queries, nowMs), [queryClient, queries]);
}
