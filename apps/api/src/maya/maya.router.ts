import { z } from "zod";
import { generationView } from "../generations/generation-view.ts";
import { promptPreview } from "../generations/prompt-preview.ts";
import { cursorInput } from "../studio/list-cursor.ts";
import type { Context } from "../trpc/context.ts";
import type { Caller } from "../studio/caller.ts";
import { limitedProcedure, mappedFeed, router, subjectProcedure } from "../trpc/procedures.ts";
import { type AnswerEvent, answerTurn } from "./answer-turn.ts";
import { type Asked, beginAnswer } from "./begin-answer.ts";
import { cardCount, conceptDraft } from "./concept-card.ts";
import { conversationLimits } from "./conversation-limits.ts";
import { conversationSummary, conversationView, turnView } from "./conversation-view.ts";
import { editCard } from "./edit-card.ts";
import { listConversations } from "./list-conversations.ts";
import { makeCard } from "./make-card.ts";
import { previewCard } from "./preview-card.ts";
import { readConversation } from "./read-conversation.ts";
import { removeConversation } from "./remove-conversation.ts";
import { renameConversation } from "./rename-conversation.ts";
import { startConversation } from "./start-conversation.ts";
import { acceptChange } from "./usual/accept-change.ts";
import { getUsual } from "./usual/get-usual.ts";
import { undoChange } from "./usual/undo-change.ts";
import { usualParameter, usualView } from "./usual/usual-view.ts";

/** Of the unseen characters only those that part lines; a database keeps no other. */
const plainText = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;
const plainLine = /^[^\p{Cc}\p{Cs}]*$/u;

const oneConversation = z.strictObject({ conversationId: z.uuid() });
const said = oneConversation.extend({
  text: z
    .string()
    .trim()
    .min(1)
    .max(conversationLimits.characters)
    .regex(plainText, { message: "write plain text" }),
});
const oneCard = z.strictObject({ turnId: z.uuid(), cardNumber: z.int().min(1).max(cardCount.most) });
const cardChanges = z.strictObject({
  title: conceptDraft.shape.title.exactOptional(),
  brief: conceptDraft.shape.brief.exactOptional(),
  expression: conceptDraft.shape.expression.exactOptional(),
  framing: conceptDraft.shape.framing.exactOptional(),
  light: conceptDraft.shape.light.exactOptional(),
  place: conceptDraft.shape.place.exactOptional(),
  clothes: conceptDraft.shape.clothes.exactOptional(),
  presetId: conceptDraft.shape.presetId.exactOptional(),
  changes: conceptDraft.shape.changes.exactOptional(),
  portraits: conceptDraft.shape.portraits.exactOptional(),
});

/** What is refused is refused before the stream begins; what comes after is in the stream. */
const answering = async (
  ctx: Context & { readonly caller: Caller },
  conversationId: string,
  asked: Asked,
  signal = new AbortController().signal,
): Promise<AsyncIterable<AnswerEvent>> => {
  const begun = await beginAnswer(ctx.studio, ctx.caller, conversationId, asked);
  return mappedFeed(answerTurn(ctx.studio, ctx.caller, begun, signal), ctx);
};

/** Maya, the stylist: conversations that end in pictures only when the person says so, on a card. */
export const mayaRouter = router({
  start: limitedProcedure("talk")
    .output(conversationSummary)
    .mutation(({ ctx }) => startConversation(ctx.studio, ctx.caller)),

  list: subjectProcedure
    .input(z.strictObject({ cursor: cursorInput.nullish(), limit: z.int().min(1).max(50).default(20) }))
    .output(z.object({ conversations: z.array(conversationSummary), nextCursor: z.string().nullable() }))
    .query(({ ctx, input }) =>
      listConversations(ctx.studio, ctx.caller, { after: input.cursor ?? null, limit: input.limit }),
    ),

  read: subjectProcedure
    .input(oneConversation)
    .output(conversationView)
    .query(({ ctx, input }) => readConversation(ctx.studio, ctx.caller, input.conversationId)),

  rename: subjectProcedure
    .input(
      oneConversation.extend({
        title: z
          .string()
          .trim()
          .min(1)
          .max(conversationLimits.titleCharacters)
          .regex(plainLine, { message: "write one line" }),
      }),
    )
    .output(conversationSummary)
    .mutation(({ ctx, input }) =>
      renameConversation(ctx.studio, ctx.caller, input.conversationId, input.title),
    ),

  remove: subjectProcedure
    .input(oneConversation)
    .mutation(({ ctx, input }) => removeConversation(ctx.studio, ctx.caller, input.conversationId)),

  /** Says something; her answer comes as a stream. Whoever goes away has stopped it. */
  say: limitedProcedure("talk")
    .input(said)
    .mutation(({ ctx, input: { conversationId, text }, signal }) =>
      answering(ctx, conversationId, { kind: "say", text }, signal),
    ),

  /** Says the last turn in other words: the old one goes, with its answer. */
  sayInstead: limitedProcedure("talk")
    .input(said)
    .mutation(({ ctx, input: { conversationId, text }, signal }) =>
      answering(ctx, conversationId, { kind: "say-instead", text }, signal),
    ),

  /** Another answer to the last turn, in the place of the one that is there. */
  tryAgain: limitedProcedure("talk")
    .input(oneConversation)
    .mutation(({ ctx, input: { conversationId }, signal }) =>
      answering(ctx, conversationId, { kind: "try-again" }, signal),
    ),

  editCard: subjectProcedure
    .input(oneCard.extend({ changes: cardChanges }))
    .output(turnView)
    .mutation(({ ctx, input: { changes, ...address } }) =>
      editCard(ctx.studio, ctx.caller, address, changes),
    ),

  previewCard: subjectProcedure
    .input(oneCard)
    .output(promptPreview)
    .query(({ ctx, input }) => previewCard(ctx.studio, ctx.caller, input)),

  /** What she goes by for new cards, and what she would change of it by what was kept, thrown away and measured. */
  usual: subjectProcedure.output(usualView).query(({ ctx }) => getUsual(ctx.studio, ctx.caller)),

  acceptChange: subjectProcedure
    .input(z.strictObject({ parameter: usualParameter, before: z.number(), after: z.number() }))
    .output(usualView)
    .mutation(({ ctx, input }) => acceptChange(ctx.studio, ctx.caller, input)),

  undoChange: subjectProcedure
    .input(z.strictObject({ changeId: z.uuid() }))
    .output(usualView)
    .mutation(({ ctx, input }) => undoChange(ctx.studio, ctx.caller, input.changeId)),

  makeCard: limitedProcedure("generate")
    .input(oneCard.extend({ cost: z.int().min(1), idempotencyKey: z.uuid() }))
    .output(generationView)
    .mutation(({ ctx, input }) => makeCard(ctx.studio, ctx.caller, input)),
});
