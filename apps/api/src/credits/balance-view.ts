import { z } from "zod";

/** What a subject can spend, and what is held for work under way; in credits. */
export const balanceView = z.object({ available: z.int(), reserved: z.int() });

/** {@link balanceView} as a value. */
export type Balance = z.infer<typeof balanceView>;
