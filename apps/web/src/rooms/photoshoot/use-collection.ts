import { useQuery } from "@tanstack/react-query";

import { useQueries } from "../../views/use-queries.ts";
import type { CollectionView } from "../../views/views.ts";

/** A collection by its id, the studio's or one's own. */
export interface FoundCollection {
  readonly collection: CollectionView | undefined;
  readonly isOwn: boolean;
  /** Both were read and neither has it. */
  readonly isMissing: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
}

/** Looks a collection up among the studio's and one's own. */
export function useCollection(collectionId: string): FoundCollection {
  const queries = useQueries();
  const studios = useQuery(queries.collections());
  const own = useQuery(queries.ownCollections());
  const ours = studios.data?.find(({ id }) => id === collectionId);
  const mine = own.data?.find(({ id }) => id === collectionId);
  const failed = [studios, own].find((query) => query.isError && query.data === undefined);
  return {
    collection: ours ?? mine,
    isOwn: mine !== undefined,
    isMissing:
      ours === undefined && mine === undefined && studios.data !== undefined && own.data !== undefined,
    error: failed?.error ?? null,
    refetch: () => {
      void studios.refetch();
      void own.refetch();
    },
  };
}
