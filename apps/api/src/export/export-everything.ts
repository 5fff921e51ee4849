import type { Readable } from "node:stream";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { isExportTicket } from "./export-ticket.ts";
import { listExportEntries } from "./list-export-entries.ts";
import { zipEntries } from "./zip-entries.ts";

/** An archive that is being made. */
export interface Export {
  readonly fileName: string;
  readonly archive: Readable;
}

/**
 * Everything that is kept of the caller, as one zip that is made while it is read.
 *
 * @throws DomainError `not_found` when the ticket was given to somebody else, or holds no more
 */
export const exportEverything = (studio: Studio, caller: Caller, ticket: string): Export => {
  const now = studio.clock.now();
  if (!isExportTicket(studio.keyring, ticket, caller.subjectId, now))
    throw new DomainError("not_found", { what: "export" });
  studio.log.info("an export of everything begins");
  return {
    fileName: `selfsame-${now.toISOString().slice(0, 10)}.zip`,
    archive: zipEntries(listExportEntries(studio, caller, now)),
  };
};
