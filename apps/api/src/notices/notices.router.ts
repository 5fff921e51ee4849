import { router, subjectProcedure } from "../trpc/procedures.ts";
import { getSettings } from "./get-settings.ts";
import { saveSettings } from "./save-settings.ts";
import { settingsView } from "./settings-view.ts";

/** What the caller wants to be told of, and how long what is needed no more is kept. */
export const noticesRouter = router({
  settings: subjectProcedure.output(settingsView).query(({ ctx }) => getSettings(ctx.studio, ctx.caller)),

  saveSettings: subjectProcedure
    .input(settingsView)
    .output(settingsView)
    .mutation(({ ctx, input }) => saveSettings(ctx.studio, ctx.caller, input)),
});
