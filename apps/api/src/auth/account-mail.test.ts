import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { patience } from "../../test/ready-subject.ts";
import { type Credentials, freshCredentials, postAuth, signIn, signUp } from "../../test/sign-up.ts";
import { startSmtpServer } from "../../test/start-smtp-server.ts";
import { smtpMail } from "../mail/smtp-mail.ts";

/** The token in the newest mail to somebody that leads to a room. */
const tokenIn = (mails: readonly { to: string; text: string }[], to: string, room: string) => {
  for (const mail of mails) {
    const found = new RegExp(`/${room}#token=(?<token>\\S+)`, "u").exec(mail.text)?.groups?.["token"];
    if (mail.to === to && found !== undefined) return decodeURIComponent(found);
  }
  throw new Error(`There is no mail to ${to} that leads to ${room}`);
};

describeOnBothDatabases("mail about an account", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
  });
  afterAll(() => disposal.disposeAsync());

  const mailedToken = (email: string, room: string) =>
    vi.waitFor(async () => tokenIn(await server.outbox.newest(), email, room), patience);
  const verify = (token: string) =>
    fetch(`${server.url}/api/auth/verify-email?token=${encodeURIComponent(token)}`);
  const askReset = (email: string) => postAuth(server.url, "request-password-reset", { email });
  const reset = (token: string, newPassword: string) =>
    postAuth(server.url, "reset-password", { token, newPassword });
  const isVerified = async (userId: string) => {
    const sql = "select email_verified as verified from users where id = $1";
    return (await server.database.executeSql(sql, [userId])).rows[0]?.["verified"];
  };

  test("asks a newcomer to confirm the address, which the link in it does", async () => {
    const person = await signUp(server.url);
    const token = await mailedToken(person.email, "verify-email");
    expect(await isVerified(person.userId)).toBe(false);
    const answer = await verify(token);
    expect(answer.status).toBe(200);
    // The link confirms an address and opens nothing.
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await isVerified(person.userId)).toBe(true);
  });

  test("confirms nothing by a link that was changed", async () => {
    const person = await signUp(server.url);
    const token = await mailedToken(person.email, "verify-email");
    expect((await verify(`${token.slice(0, -2)}xx`)).status).toBe(401);
    expect(await isVerified(person.userId)).toBe(false);
  });

  test("lets one choose a new password once, and signs every browser out", async () => {
    const person = await signUp(server.url);
    const elsewhere = await signIn(server.url, person);
    await askReset(person.email);
    const token = await mailedToken(person.email, "reset-password");
    const password = "quite another sentence";
    expect((await reset(token, "short")).status).toBe(400);
    expect((await reset(token, password)).status).toBe(200);
    for (const { api } of [person, elsewhere])
      expect(await domainErrorOf(api.account.get.query())).toMatchObject({ code: "unauthenticated" });
    expect((await postAuth(server.url, "sign-in/email", person)).status).toBe(401);
    const again = await signIn(server.url, { ...person, password });
    expect(await again.api.account.get.query()).toMatchObject({ email: person.email });
    expect((await reset(token, "a third sentence")).status).toBe(400);
  });

  test("keeps of a link's token nothing that opens anything", async () => {
    const person = await signUp(server.url);
    await askReset(person.email);
    const token = await mailedToken(person.email, "reset-password");
    const { rows } = await server.database.executeSql("select * from verifications");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(server.logged()).not.toContain(token);
  });

  test("tells nobody whether an address has an account", async () => {
    const person = await signUp(server.url);
    const answers = await Promise.all(
      [person.email, freshCredentials().email].map(async (email) => {
        const response = await askReset(email);
        return { status: response.status, text: await response.text() };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(server.logged()).not.toContain(person.email);
  });

  test("is written for nobody who was not asked for", async () => {
    const { email } = freshCredentials();
    await askReset(email);
    const other = await signUp(server.url);
    await mailedToken(other.email, "verify-email");
    expect((await server.outbox.newest()).filter(({ to }) => to === email)).toEqual([]);
  });
});

describe("a studio that hands its mail to an SMTP server", () => {
  const disposal = new AsyncDisposableStack();
  afterAll(() => disposal.disposeAsync());

  const start = async () => {
    const smtp = disposal.use(await startSmtpServer({ name: "studio", password: "of the post" }));
    const port = smtpMail({ url: smtp.url, from: "Selfsame <studio@example.org>" });
    disposal.defer(() => port.close());
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const server = disposal.use(await createTestStudio({ database, mail: port, verification: "required" }));
    return { smtp, server };
  };

  test("lets nobody in before the address is confirmed, and sends the link again on every try", async () => {
    const { smtp, server } = await start();
    const credentials: Credentials = freshCredentials();
    const made = await postAuth(server.url, "sign-up/email", credentials);
    expect(made.status).toBe(200);
    expect(await made.json()).toMatchObject({ token: null });
    expect(made.headers.getSetCookie()).toEqual([]);
    const first = await vi.waitFor(
      () => tokenIn(smtp.received(), credentials.email, "verify-email"),
      patience,
    );
    expect(smtp.received()[0]).toMatchObject({ from: "studio@example.org" });
    const refused = await postAuth(server.url, "sign-in/email", credentials);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: "EMAIL_NOT_VERIFIED" });
    await vi.waitFor(() => expect(smtp.received()).toHaveLength(2), patience);
    expect((await fetch(`${server.url}/api/auth/verify-email?token=${first}`)).status).toBe(200);
    expect(await (await signIn(server.url, credentials)).api.account.get.query()).toMatchObject({
      email: credentials.email,
    });
  });

  test("says in its log, and not to the person, that a mail was not taken", async () => {
    const { smtp, server } = await start();
    smtp.refuseAll();
    const { email } = freshCredentials();
    const made = await postAuth(server.url, "sign-up/email", { ...freshCredentials(), email });
    expect(made.status).toBe(200);
    await vi.waitFor(() => expect(server.logged()).toContain("a mail was not sent"), patience);
    expect(server.logged()).not.toContain("of the post");
  });
});
