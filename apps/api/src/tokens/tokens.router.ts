import { z } from "zod";
import { router, subjectProcedure } from "../trpc/procedures.ts";
import { listTokens } from "./list-tokens.ts";
import { makeToken } from "./make-token.ts";
import { revokeToken } from "./revoke-token.ts";
import { tokenScopes } from "./token-scope.ts";
import { tokenView } from "./token-view.ts";

const longestName = 80;
const longestDays = 365;
/** No control characters and no halves of characters, which no database keeps. */
const oneLine = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;

/** The keys that the caller gives to programs; no key makes, lists or ends another. */
export const tokensRouter = router({
  list: subjectProcedure
    .output(z.object({ tokens: z.array(tokenView) }))
    .query(async ({ ctx }) => ({ tokens: await listTokens(ctx.studio, ctx.caller) })),

  make: subjectProcedure
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(longestName).regex(oneLine, { message: "write one line" }),
        scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
        days: z.int().min(1).max(longestDays),
      }),
    )
    /** `secret` is the token itself, told this once. */
    .output(z.object({ secret: z.string(), token: tokenView }))
    .mutation(({ ctx, input }) => makeToken(ctx.studio, ctx.caller, input)),

  revoke: subjectProcedure
    .input(z.strictObject({ tokenId: z.uuid() }))
    .output(z.object({ revoked: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await revokeToken(ctx.studio, ctx.caller, input.tokenId);
      return { revoked: true as const };
    }),
});
