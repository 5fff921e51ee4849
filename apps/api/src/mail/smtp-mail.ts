import { createTransport } from "nodemailer";
import type { MailPort } from "./mail.ts";

/** Where mail is handed over, and whose name it carries. */
export interface SmtpSettings {
  /** For example `smtps://name:password@mail.example.org`. */
  readonly url: string;
  /** For example `Selfsame <studio@example.org>`. */
  readonly from: string;
}

/** Hands mail to an SMTP server. A mail is text of ours alone: nothing in it can make the library read files or addresses. */
export const smtpMail = ({ url, from }: SmtpSettings): MailPort & { readonly close: () => void } => {
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ to, subject, text, headers: { "Auto-Submitted": "auto-generated" } });
    },
    close: () => transport.close(),
  };
};
