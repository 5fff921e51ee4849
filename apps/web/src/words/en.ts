import { credits } from "./en/credits.ts";
import { face } from "./en/face.ts";
import { shell } from "./en/shell.ts";
import { studio } from "./en/studio.ts";
import { tokens } from "./en/tokens.ts";
import { welcome } from "./en/welcome.ts";
import { you } from "./en/you.ts";

/** Everything the page says in English. A second language is one more value of type `Words`. */
export const en = {
  /** For dates, numbers and plurals. */
  language: "en-GB",
  ...shell,
  welcome,
  face,
  studio,
  you,
  credits,
  tokens,
};

/** The catalogue every language has to fill. */
export type Words = typeof en;
