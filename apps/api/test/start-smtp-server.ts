import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as a server took it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** An SMTP server on this machine that asks for a name and a password, and keeps what it is given. */
export interface TestSmtpServer extends AsyncDisposable {
  readonly url: string;
  /** Newest first. */
  readonly received: () => readonly ReceivedMail[];
  /** From now on no mail is taken. */
  readonly refuseAll: () => void;
}

/** Starts an SMTP server on a free port. */
export async function startSmtpServer(login: {
  readonly name: string;
  readonly password: string;
}): Promise<TestSmtpServer> {
  const mails: ReceivedMail[] = [];
  let refuses = false;
  const server = new SMTPServer({
    // On the loopback alone: the certificate would be nobody's.
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, answer) => {
      if (username === login.name && password === login.password) answer(null, { user: username });
      else answer(new Error("Wrong name or password"));
    },
    onData: (stream, { envelope }, answer) => {
      let raw = "";
      stream.setEncoding("utf8").on("data", (part: string) => {
        raw += part;
      });
      stream.on("end", () => {
        if (refuses) {
          answer(new Error("No mail is taken"));
          return;
        }
        mails.unshift({
          from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address).join(", "),
          text: withoutTransferEncoding(raw),
        });
        answer();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${encodeURIComponent(login.name)}:${encodeURIComponent(login.password)}@127.0.0.1:${port}`,
    received: () => mails,
    refuseAll: () => {
      refuses = true;
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** Long lines arrive as quoted-printable: broken with = at the end, and = itself written out. */
const withoutTransferEncoding = (raw: string): string =>
  raw
    .replaceAll(/=\r\n/gu, "")
    .replaceAll(/=(?<hex>[0-9A-F]{2})/gu, (_all, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
