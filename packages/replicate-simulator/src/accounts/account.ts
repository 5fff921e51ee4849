import type { Settings } from "../settings.ts";

/** The owner of a token. */
export type Account = Settings["accounts"][number];
