/** What an access token may be allowed, in the order in which it is asked and shown. */
export const tokenScopes = ["read", "generate", "train", "gallery", "account"] as const;

/**
 * One thing an access token may do: `read` what is there, `generate` portraits and cancel them, `train` on selfies that
 * it adds or removes, keep what is in the `gallery` or put it in the trash, change what the `account` says of its person.
 */
export type TokenScope = (typeof tokenScopes)[number];
