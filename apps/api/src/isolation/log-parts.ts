import type { Studio } from "../studio/studio.ts";

/** What of the studio the isolation log is written with. */
export type LogParts = Pick<Studio, "keyring" | "clock">;
