import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

import { domainErrorOf } from "./problems/problem-of.ts";
import { shouldRetry } from "./problems/should-retry.ts";
import { sessionQuery } from "./session/session-query.ts";

/**
 * The page's memory of what it read. When the api answers that nobody is signed in, the session is forgotten and the
 * caller is told, so that the door opens again at the same place.
 */
export function createPageQueryClient({ onSignedOut }: { onSignedOut: () => void }): QueryClient {
  const noticeSignedOut = (error: unknown) => {
    if (
      domainErrorOf(error)?.code !== "unauthenticated" ||
      client.getQueryData(sessionQuery.queryKey) === null
    )
      return;
    client.setQueryData(sessionQuery.queryKey, null);
    onSignedOut();
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignedOut }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 15_000 },
      mutations: { retry: false },
    },
  });
  return client;
}
