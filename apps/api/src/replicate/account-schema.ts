import * as z from "zod";

/** `GET /account`; the rest of the answer is nobody's business. */
export const accountSchema = z.object({ username: z.string().min(1) });
