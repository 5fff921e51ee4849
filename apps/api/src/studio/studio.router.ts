import { z } from "zod";
import { limitsView, presentLimits } from "../account/account-view.ts";
import { creditsPerPortrait } from "../credits/credit-settings.ts";
import { publicProcedure, router } from "../trpc/procedures.ts";

/** What anybody may know of this studio before signing in. */
export const studioRouter = router({
  get: publicProcedure
    .output(
      z.object({
        simulated: z.boolean(),
        /** Whether portraits are measured here; without it nothing can be sorted by a score. */
        measures: z.boolean(),
        limits: limitsView,
        minimumPasswordCharacters: z.number(),
        /** Who else may say that somebody is who they are; empty where a password is the only way in. */
        identityProviders: z.array(z.object({ id: z.enum(["google", "github", "oidc"]), name: z.string() })),
        /** How many days a portrait stays in the trash before it is removed for good. */
        trashDays: z.int(),
        /** In credits. */
        costs: z.object({ portrait: z.int(), training: z.int() }),
      }),
    )
    .query(({ ctx }) => ({
      simulated: ctx.studio.settings.simulated,
      measures: ctx.studio.faces !== null,
      limits: presentLimits,
      minimumPasswordCharacters: ctx.studio.settings.minimumPasswordCharacters,
      identityProviders: [...ctx.studio.settings.identityProviders],
      trashDays: ctx.studio.settings.trashDays,
      costs: { portrait: creditsPerPortrait, training: ctx.studio.settings.credits.training },
    })),
});
