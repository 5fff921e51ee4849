import { z } from "zod";
import { beginExport } from "../export/begin-export.ts";
import { limitedProcedure, publicProcedure, router, subjectProcedure } from "../trpc/procedures.ts";
import { subjectView } from "./account-view.ts";
import { consentText } from "./consent-text.ts";
import { deleteAccount } from "./delete-account.ts";
import { deletionLine, deletionReceipt } from "./deletion-line.ts";
import { endSession } from "./end-session.ts";
import { findDeletionReceipt } from "./find-deletion-receipt.ts";
import { getAccount } from "./get-account.ts";
import { getProfile } from "./get-profile.ts";
import { giveConsent } from "./give-consent.ts";
import { listSessions } from "./list-sessions.ts";
import { sessionView } from "./session-view.ts";
import { appearanceInput, profileView } from "./profile-view.ts";
import { previewDeletion } from "./preview-deletion.ts";
import { saveProfile } from "./save-profile.ts";

/** Versions are short words of the studio's own; what is refused is said again, so it must not be long. */
const longestTextVersion = 100;

const longestSessionId = 100;
const sessionIdShape = /^[\w-]+$/;

const consentTextView = z.object({
  version: z.string(),
  language: z.literal("en"),
  title: z.string(),
  clauses: z.array(
    z.object({ id: z.enum(["adult", "own-face", "stored", "measured", "kept-for"]), text: z.string() }),
  ),
});

/** The caller's own account: who they are to the studio, what they agreed to, and the way out. */
export const accountRouter = router({
  get: subjectProcedure.output(subjectView).query(({ ctx }) => getAccount(ctx.studio, ctx.caller)),

  consentText: publicProcedure
    .output(consentTextView)
    .query(() => ({ ...consentText, clauses: [...consentText.clauses] })),

  giveConsent: subjectProcedure
    .input(
      z.strictObject({
        textVersion: z.string().max(longestTextVersion),
        adult: z.literal(true, { error: "You must be at least 18 years old" }),
        ownFace: z.literal(true, { error: "Every photo must show your own face" }),
      }),
    )
    .output(subjectView)
    .mutation(async ({ ctx, input }) => {
      await giveConsent(ctx.studio, ctx.caller, input);
      return getAccount(ctx.studio, ctx.caller);
    }),

  sessions: subjectProcedure.output(z.object({ sessions: z.array(sessionView) })).query(async ({ ctx }) => ({
    sessions: await listSessions(ctx.studio, ctx.caller, await ctx.findSessionId()),
  })),

  endSession: subjectProcedure
    .input(z.strictObject({ sessionId: z.string().max(longestSessionId).regex(sessionIdShape) }))
    .output(z.object({ ended: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await endSession(ctx.studio, ctx.caller, input.sessionId);
      return { ended: true as const };
    }),

  endOtherSessions: subjectProcedure.output(z.object({ ended: z.int() })).mutation(async ({ ctx }) => ({
    ended: await ctx.studio.signIn.endOtherSessions(ctx.caller.userId, await ctx.findSessionId()),
  })),

  profile: subjectProcedure.output(profileView).query(({ ctx }) => getProfile(ctx.studio, ctx.caller)),

  saveProfile: subjectProcedure
    .input(appearanceInput)
    .output(profileView)
    .mutation(({ ctx, input }) => saveProfile(ctx.studio, ctx.caller, input)),

  /** Where everything of the caller's can be fetched, for some minutes and with the caller's session alone. */
  beginExport: limitedProcedure("export")
    .output(z.object({ path: z.string() }))
    .mutation(({ ctx }) => beginExport(ctx.studio, ctx.caller)),

  withdrawConsent: subjectProcedure
    .input(z.strictObject({ confirm: z.literal("delete everything", { error: 'Type "delete everything"' }) }))
    .output(
      z.object({
        deleting: z.object({
          selfies: z.number(),
          portraits: z.number(),
          generations: z.number(),
          trainings: z.number(),
          models: z.number(),
        }),
        receipt: z.object({ id: z.uuid(), key: z.string() }),
      }),
    )
    .mutation(({ ctx }) => deleteAccount(ctx.studio, ctx.caller)),

  /** What withdrawing the consent would delete, object by object. */
  previewDeletion: subjectProcedure
    .output(z.object({ lines: z.array(deletionLine), stays: z.array(z.string()) }))
    .query(({ ctx }) => previewDeletion(ctx.studio, ctx.caller)),

  /** For whoever has a receipt's key: after a deletion there is no session. */
  deletionReceipt: publicProcedure
    .input(z.strictObject({ id: z.uuid(), key: z.string().regex(/^[\w-]{43}$/) }))
    .output(deletionReceipt)
    .query(({ ctx, input }) => findDeletionReceipt(ctx.studio, input)),
});
