import type { Studio } from "../studio/studio.ts";
import type { Balance } from "./balance-view.ts";
import { findBalance } from "./credit-entry.store.ts";

/** A subject's balance as it is now. */
export const getBalance = (studio: Studio, subjectId: string): Promise<Balance> =>
  studio.actingAs(subjectId, (tx) => findBalance(tx, subjectId));
