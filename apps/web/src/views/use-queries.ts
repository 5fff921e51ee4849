import { useMemo } from "react";

import { useTRPC, useTRPCClient } from "../trpc.ts";
import { createQueries, type Queries } from "./queries.ts";

/** The reads of the page, for `useQuery`. */
export function useQueries(): Queries {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useMemo(() => createQueries(trpc, client), [trpc, client]);
}
