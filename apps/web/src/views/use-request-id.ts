import { useState } from "react";

/** The key that a request is sent with: sent again, it is the same request. */
export interface RequestId {
  readonly id: string;
  /** For after it was answered: what is asked for next is another one. */
  readonly renew: () => void;
}

/**
 * A key for a request, as long as what is asked for stays the same: after an unclear answer the same thing can be asked
 * for again without being made twice, and something else is never taken for it.
 *
 * @param wish what is asked for, as text
 */
export function useRequestId(wish: string): RequestId {
  const [kept, setKept] = useState(() => ({ wish, id: crypto.randomUUID() as string }));
  const renew = () => setKept({ wish, id: crypto.randomUUID() });
  if (kept.wish !== wish) renew();
  return { id: kept.id, renew };
}
