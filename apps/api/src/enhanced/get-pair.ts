import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findPair } from "./enhanced-pair.store.ts";
import { type pairView, readPairViews } from "./pair-view.ts";

/**
 * One of the caller's pairs as it is now.
 *
 * @throws DomainError `not_found`
 */
export const getPair = (studio: Studio, caller: Caller, pairId: string): Promise<z.infer<typeof pairView>> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const row = await findPair(tx, pairId);
    const [view] = row === undefined ? [] : await readPairViews(tx, [row]);
    if (view === undefined) throw new DomainError("not_found", { what: "pair" });
    return view;
  });
