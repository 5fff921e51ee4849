import { account } from "./en/account.ts";
import { useWords } from "./words-context.tsx";

/** What a second language has to fill, too. */
export type AccountWords = typeof account;

const byLanguage: Readonly<Record<string, AccountWords>> = { "en-GB": account };

/** The words at the door: accounts and consent. They come with the rooms that need them, not with the first script. */
export function useAccountWords(): AccountWords {
  return byLanguage[useWords().language] ?? account;
}
