import type { Mail } from "./mail.ts";

interface Addressed {
  readonly to: string;
  /** The studio's own address, without a slash at its end. */
  readonly pageUrl: string;
  readonly token: string;
}

// What stands behind # is never sent to a server, so that no log on the way keeps it.
const link = ({ pageUrl, token }: Addressed, room: string): string =>
  `${pageUrl}/${room}#token=${encodeURIComponent(token)}`;

/** Asks whoever reads an address to say that it is theirs. */
export const verificationMail = (addressed: Addressed): Mail => ({
  to: addressed.to,
  subject: "Is this your e-mail address?",
  text: [
    "Somebody made an account at Selfsame with this e-mail address.",
    `If it was you, open this to say so:\n${link(addressed, "verify-email")}`,
    "It works for one hour. If it was not you, do nothing: without your answer the address stays unconfirmed.",
  ].join("\n\n"),
});

/** Lets whoever reads an address choose a new password for its account. */
export const resetMail = (addressed: Addressed): Mail => ({
  to: addressed.to,
  subject: "Choose a new password",
  text: [
    "Somebody asked for a new password for your account at Selfsame.",
    `If it was you, choose one here:\n${link(addressed, "reset-password")}`,
    "It works once, for one hour, and signs every other browser out. If it was not you, do nothing: your password stays as it is.",
  ].join("\n\n"),
});
