import { z } from "zod";
import type { TokenRow } from "./token.store.ts";
import { tokenScopes } from "./token-scope.ts";

/** An access token as its owner sees it; the token itself is told once, when it is made. */
export const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** How the token begins. */
  hint: z.string(),
  scopes: z.array(z.enum(tokenScopes)),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  expired: z.boolean(),
  /** To the minute; null when it never was. */
  usedAt: z.iso.datetime().nullable(),
});

/** An access token as its owner sees it. */
export type TokenView = z.infer<typeof tokenView>;

/** Puts a stored token into its owner's words, as of a moment. */
export const viewToken = (row: Omit<TokenRow, "usedAt"> & Partial<TokenRow>, at: Date): TokenView => ({
  id: row.id,
  name: row.name,
  hint: row.hint,
  scopes: row.scopes,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  expired: row.expiresAt <= at,
  usedAt: row.usedAt?.toISOString() ?? null,
});
