import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { clientWith, postAuth, signIn, type SignedUp, signUp } from "../../test/sign-up.ts";

describeOnBothDatabases("a session", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
  });
  afterAll(() => disposal.disposeAsync());

  const emailBy = async (cookie: string) =>
    (await clientWith(server.url, { cookie }).account.get.query()).email;
  const expectEnded = async ({ api, cookie }: SignedUp) => {
    for (const client of [api, clientWith(server.url, { cookie })])
      expect(await domainErrorOf(client.account.get.query())).toMatchObject({ code: "unauthenticated" });
  };

  test("that was given before signing in is never the one after it", async () => {
    const [attacker, victim] = [await signUp(server.url), await signUp(server.url)];
    // The attacker's cookie was put into the victim's browser, who signs in with it.
    const response = await postAuth(server.url, "sign-in/email", victim, {
      origin: server.url,
      cookie: attacker.cookie,
    });
    const [given = ""] = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
    expect(given).toMatch(/^selfsame\.session_token=./u);
    expect(given).not.toBe(attacker.cookie);
    expect(await emailBy(given)).toBe(victim.email);
    // What the attacker holds is still the attacker's own, and nobody else's.
    expect(await emailBy(attacker.cookie)).toBe(attacker.email);
  });

  test("that somebody made up is not taken over by signing in", async () => {
    const person = await signUp(server.url);
    const made = "selfsame.session_token=made-up-before.c2lnbmF0dXJl";
    const headers = { origin: server.url, cookie: made };
    const response = await postAuth(server.url, "sign-in/email", person, headers);
    expect(response.headers.getSetCookie().join()).not.toContain("made-up-before");
    expect(await domainErrorOf(clientWith(server.url, { cookie: made }).account.get.query())).toMatchObject({
      code: "unauthenticated",
    });
  });

  test("is listed with what it is used by, and without its token", async () => {
    const person = await signUp(server.url);
    const elsewhere = await signIn(server.url, person);
    const { sessions } = await person.api.account.sessions.query();
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]?.userAgent).toBe("node");
    expect(JSON.stringify(sessions)).not.toContain(elsewhere.token);
    expect(JSON.stringify(sessions)).not.toContain(person.token);
  });

  test("is ended from another one at once", async () => {
    const person = await signUp(server.url);
    const elsewhere = await signIn(server.url, person);
    const { sessions } = await person.api.account.sessions.query();
    const sessionId = sessions.find(({ current }) => !current)?.id ?? "";
    expect(await person.api.account.endSession.mutate({ sessionId })).toEqual({ ended: true });
    await expectEnded(elsewhere);
    expect((await person.api.account.sessions.query()).sessions).toHaveLength(1);
    expect(await domainErrorOf(person.api.account.endSession.mutate({ sessionId }))).toMatchObject({
      code: "not_found",
    });
  });

  test("ends with all the others but the one that asks", async () => {
    const person = await signUp(server.url);
    const others = [await signIn(server.url, person), await signIn(server.url, person)];
    expect(await person.api.account.endOtherSessions.mutate()).toEqual({ ended: 2 });
    for (const other of others) await expectEnded(other);
    expect(await emailBy(person.cookie)).toBe(person.email);
  });

  test("ends when the password is changed elsewhere, whatever that request says", async () => {
    const person = await signUp(server.url);
    const elsewhere = await signIn(server.url, person);
    const newPassword = "quite another sentence";
    const response = await postAuth(
      server.url,
      "change-password",
      { currentPassword: person.password, newPassword, revokeOtherSessions: false },
      { origin: server.url, cookie: person.cookie },
    );
    expect(response.status).toBe(200);
    await expectEnded(elsewhere);
    const [given = ""] = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
    expect(given).not.toBe(person.cookie);
    expect(await emailBy(given)).toBe(person.email);
    await expectEnded(person);
  });
});
