import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { giveExportTicket } from "./export-ticket.ts";

/** Lets the caller fetch everything of theirs; the archive itself is made while it is fetched. */
export const beginExport = (studio: Pick<Studio, "keyring" | "clock">, caller: Caller): { path: string } => ({
  path: `/export/${giveExportTicket(studio.keyring, caller.subjectId, studio.clock.now())}`,
});
