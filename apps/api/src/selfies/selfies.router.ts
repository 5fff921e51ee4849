import { z } from "zod";
import { limitsView, presentLimits } from "../account/account-view.ts";
import { selfieSetView } from "../measuring/selfie-set-view.ts";
import { toSelfieVerdict } from "../measuring/selfie-verdict.ts";
import { limitedProcedure, router, subjectProcedure } from "../trpc/procedures.ts";
import { addDrawnSelfies } from "./add-drawn-selfies.ts";
import { addSelfie } from "./add-selfie.ts";
import { listSelfies } from "./list-selfies.ts";
import { removeSelfie } from "./remove-selfie.ts";
import { selfieView, toSelfieView } from "./selfie-view.ts";

/** A form as browsers and Node send it; structural, so that clients of either can be typed by this router. */
export interface UploadForm {
  readonly get: (field: string) => unknown;
}

const uploadForm = z
  .custom<UploadForm>((given) => given instanceof FormData, {
    error: "Send the photo as a form with one field: file",
  })
  .transform((form, context) => {
    const file = form.get("file");
    if (file instanceof File) return { fileName: file.name, read: () => file.arrayBuffer() };
    context.addIssue({ code: "custom", path: ["file"], message: "Add one photo in the field file" });
    return z.NEVER;
  });

const manySelfies = z.object({ selfies: z.array(selfieView), set: selfieSetView.nullable() });

/** The caller's own photos. */
export const selfiesRouter = router({
  list: subjectProcedure
    .output(manySelfies.extend({ limits: limitsView.shape.selfies }))
    .query(async ({ ctx }) => ({
      ...(await listSelfies(ctx.studio, ctx.caller)),
      limits: presentLimits.selfies,
    })),

  add: limitedProcedure("upload")
    .input(uploadForm)
    .output(selfieView)
    .mutation(async ({ ctx, input }) => {
      const bytes = new Uint8Array(await input.read());
      const row = await addSelfie(ctx.studio, ctx.caller, { fileName: input.fileName, bytes, drawn: false });
      return toSelfieView(row, toSelfieVerdict(ctx.studio, undefined));
    }),

  addDrawn: limitedProcedure("upload")
    .output(manySelfies)
    .mutation(async ({ ctx }) => {
      await addDrawnSelfies(ctx.studio, ctx.caller);
      return listSelfies(ctx.studio, ctx.caller);
    }),

  remove: subjectProcedure
    .input(z.strictObject({ selfieId: z.uuid() }))
    .output(z.object({ removed: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await removeSelfie(ctx.studio, ctx.caller, input.selfieId);
      return { removed: true as const };
    }),
});
