import { z } from "zod";
import { limitsView, presentLimits } from "../account/account-view.ts";
import { publicProcedure, router } from "../trpc/procedures.ts";

/** What anybody may know of this studio before signing in. */
export const studioRouter = router({
  get: publicProcedure
    .output(z.object({ simulated: z.boolean(), limits: limitsView, minimumPasswordCharacters: z.number() }))
    .query(({ ctx }) => ({
      simulated: ctx.studio.settings.simulated,
      limits: presentLimits,
      minimumPasswordCharacters: ctx.studio.settings.minimumPasswordCharacters,
    })),
});
