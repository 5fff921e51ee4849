import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import {
  authSecret,
  createTestStudio,
  providerToken,
  type TestStudio,
} from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { clientWith, freshCredentials, postAuth, signIn, signUp } from "../../test/sign-up.ts";

describeOnBothDatabases("signing in", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
  });
  afterAll(() => disposal.disposeAsync());

  const countUsers = async () =>
    Number((await server.database.executeSql("select count(*) as n from users")).rows[0]?.["n"]);

  test("a new person is signed in at once, by cookie and by bearer token", async () => {
    const person = await signUp(server.url);
    const byToken = await person.api.account.get.query();
    const byCookie = await clientWith(server.url, { cookie: person.cookie }).account.get.query();
    expect(byToken).toMatchObject({ email: person.email, consent: null });
    expect(byCookie).toEqual(byToken);
  });

  test("signing in again leads to the same account", async () => {
    const person = await signUp(server.url);
    const again = await signIn(server.url, person);
    expect(again.token).not.toBe(person.token);
    expect(await again.api.account.get.query()).toEqual(await person.api.account.get.query());
  });

  test("a wrong password and an unknown e-mail are refused alike", async () => {
    const person = await signUp(server.url);
    const answers = await Promise.all(
      [
        { email: person.email, password: "not my password" },
        { email: freshCredentials().email, password: "not my password" },
      ].map(async (tried) => {
        const response = await postAuth(server.url, "sign-in/email", tried);
        return {
          status: response.status,
          body: await response.text(),
          cookies: response.headers.getSetCookie(),
        };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, cookies: [] });
    expect(answers[1]).toEqual(answers[0]);
  });

  test.each([
    ["a password of nine characters", { password: "123456789" }, 400, "PASSWORD_TOO_SHORT"],
    ["an address that is none", { email: "ada at home" }, 400, "VALIDATION_ERROR"],
  ])("%s is refused by name, and nobody is made", async (_what, over, status, code) => {
    const before = await countUsers();
    const response = await postAuth(server.url, "sign-up/email", { ...freshCredentials(), ...over });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(await countUsers()).toBe(before);
  });

  test("an e-mail address has one account, however it is written", async () => {
    const person = await signUp(server.url);
    const before = await countUsers();
    for (const email of [person.email, person.email.toUpperCase()]) {
      const response = await postAuth(server.url, "sign-up/email", { ...freshCredentials(), email });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: expect.stringContaining("USER_ALREADY_EXISTS") });
    }
    expect(await countUsers()).toBe(before);
  });

  test("signing out ends this session and no other", async () => {
    const person = await signUp(server.url);
    const elsewhere = await signIn(server.url, person);
    const out = await postAuth(server.url, "sign-out", {}, { origin: server.url, cookie: person.cookie });
    expect(out.status).toBe(200);
    expect(await domainErrorOf(person.api.account.get.query())).toMatchObject({ code: "unauthenticated" });
    expect(
      await domainErrorOf(clientWith(server.url, { cookie: person.cookie }).account.get.query()),
    ).toMatchObject({ code: "unauthenticated" });
    expect(await elsewhere.api.account.get.query()).toMatchObject({ email: person.email });
  });

  test.each([
    ["a token nobody was given", { authorization: "Bearer tokentokentokentokentokentoken" }],
    ["a cookie whose signature is not ours", { cookie: "selfsame.session_token=abc.def" }],
    ["nothing", {}],
  ])("%s is nobody's session", async (_what, headers) => {
    expect(await domainErrorOf(clientWith(server.url, { ...headers }).account.get.query())).toMatchObject({
      code: "unauthenticated",
    });
  });

  test("the log never holds a password, a session, the studio's secret or the provider's token", async () => {
    const person = await signUp(server.url);
    await postAuth(server.url, "sign-in/email", { email: person.email, password: `${person.password}!` });
    await domainErrorOf(person.api.gallery.get.query({ portraitId: person.userId }));
    const logged = server.logged();
    for (const secret of [person.password, person.token, person.cookie, authSecret, providerToken])
      expect(logged).not.toContain(secret);
  });
});

describe("the session's cookie", () => {
  const disposal = new AsyncDisposableStack();
  afterAll(() => disposal.disposeAsync());

  const cookieUnder = async (publicUrl?: string) => {
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const server = disposal.use(
      await createTestStudio({ database, ...(publicUrl === undefined ? {} : { publicUrl }) }),
    );
    const response = await postAuth(server.url, "sign-up/email", freshCredentials());
    return response.headers.getSetCookie();
  };

  test("is out of scripts' reach and of other sites', and works without https on this machine", async () => {
    const [cookie, ...more] = await cookieUnder();
    expect(more).toEqual([]);
    expect(cookie).toMatch(/^selfsame\.session_token=/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/; Secure/);
  });

  test("is secure where the studio's address is https", async () => {
    const [cookie] = await cookieUnder("https://studio.example.org");
    expect(cookie).toMatch(/^__Secure-selfsame\.session_token=/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; HttpOnly/);
  });
});
