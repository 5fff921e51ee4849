import type { Logger } from "pino";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";

/** What every procedure is given; `caller` comes from the session and from nothing else. */
export interface Context {
  readonly studio: Studio;
  readonly caller: Caller | null;
  readonly requestId: string;
  readonly log: Logger;
}
