import { queryOptions } from "@tanstack/react-query";

import { readSession } from "./read-session.ts";

/** Who is signed in in this browser; null is nobody. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 5 * 60_000,
});
