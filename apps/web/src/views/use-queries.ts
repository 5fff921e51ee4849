import { useMemo } from "react";

import { useTRPC } from "../trpc.ts";
import { createQueries, type Queries } from "./queries.ts";

/** The reads of the page, for `useQuery`. */
export function useQueries(): Queries {
  const trpc = useTRPC();
  return useMemo(() => createQueries(trpc), [trpc]);
}
