import { useQuery } from "@tanstack/react-query";

import type { BalanceView, CostsView } from "./views.ts";
import { useQueries } from "./use-queries.ts";

/** What something costs in credits, beside what there is; undefined while it is being read. */
export interface Price {
  readonly cost: number | undefined;
  readonly balance: BalanceView | undefined;
  /** Known to be more than there is. */
  readonly isTooMuch: boolean;
}

/** The price of so many portraits, or of a training. */
export function usePrice(kind: keyof CostsView, count: number): Price {
  const queries = useQueries();
  const { data: studio } = useQuery(queries.studio());
  const { data: balance } = useQuery(queries.balance());
  const cost = studio === undefined ? undefined : studio.costs[kind] * count;
  return {
    cost,
    balance,
    isTooMuch: cost !== undefined && balance !== undefined && cost > balance.available,
  };
}
