import { useQueryClient } from "@tanstack/react-query";

import { sessionQuery } from "../../session/session-query.ts";

/** Forgets everything read as somebody else, and reads who is signed in now. */
export function useEnter(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    queryClient.clear();
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  };
}
