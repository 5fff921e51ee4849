import { bigint, integer, pgTable, varchar } from "drizzle-orm/pg-core";

/** What accounts and addresses have used of what they may do in a while; the columns are rate-limiter-flexible's. */
export const rateLimits = pgTable("rate_limits", {
  /** The act, and a keyed hash of who did it: no address and no e-mail stands here. */
  key: varchar("key", { length: 255 }).primaryKey(),
  points: integer("points").notNull().default(0),
  /** When the count begins anew, in milliseconds since 1970. */
  expire: bigint("expire", { mode: "number" }),
});
