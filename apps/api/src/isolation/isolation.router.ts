import { z } from "zod";
import { cursorInput } from "../studio/list-cursor.ts";
import { limitedProcedure, router } from "../trpc/procedures.ts";
import { proofView } from "./proof-view.ts";
import { readProof } from "./read-proof.ts";

/** How the caller knows that what is theirs is theirs alone. */
export const isolationRouter = router({
  proof: limitedProcedure("prove")
    .input(
      z
        .strictObject({ cursor: cursorInput.nullish(), limit: z.int().min(1).max(100).default(50) })
        .default({ limit: 50 }),
    )
    .output(proofView)
    .query(({ ctx, input }) =>
      readProof(ctx.studio, ctx.caller, { after: input.cursor ?? null, limit: input.limit }),
    ),
});
