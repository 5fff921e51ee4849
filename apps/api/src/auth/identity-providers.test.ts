import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { type IdentityThere, startIdentityProvider } from "../../test/start-identity-provider.ts";
import { clientWith, signUp } from "../../test/sign-up.ts";
import { openVisitor, type Visitor } from "../../test/visitor.ts";

const studioUrl = "http://studio.example.org";
const studioHost = "studio.example.org";
const isAtTheStudio = (address: string) => new URL(address).origin === studioUrl;

const fresh = (over: Partial<IdentityThere> = {}): IdentityThere => {
  const sub = randomUUID();
  return { sub, email: `${sub}@example.org`, email_verified: true, name: "Ada", ...over };
};

describeOnBothDatabases("signing in with an identity provider", (open) => {
  const disposal = new AsyncDisposableStack();
  let there: Awaited<ReturnType<typeof startIdentityProvider>>;
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    there = disposal.use(await startIdentityProvider(studioUrl));
    server = disposal.use(
      await createTestStudio({
        database,
        publicUrl: studioUrl,
        identityProviders: { oidc: there.registration },
      }),
    );
  });
  afterAll(() => disposal.disposeAsync());

  const rows = async (sql: string, values: unknown[] = []) =>
    (await server.database.executeSql(sql, values)).rows;
  const countUsers = async () => Number((await rows("select count(*) as n from users"))[0]?.["n"]);
  const visitor = () => openVisitor({ [studioUrl]: server.url });

  /** Asks for the way to the provider, as the page does. */
  const knock = async (browser: Visitor, over: object = {}): Promise<Response> =>
    browser.ask(`${studioUrl}/api/auth/sign-in/social`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: studioUrl },
      body: JSON.stringify({
        provider: "oidc",
        callbackURL: "/gallery",
        newUserCallbackURL: "/consent",
        errorCallbackURL: "/sign-in",
        ...over,
      }),
    });
  const wayThere = async (browser: Visitor): Promise<string> => {
    const response = await knock(browser);
    expect(response.status).toBe(200);
    // Safe: the library answers with the way.
    return ((await response.json()) as { url: string }).url;
  };
  /** The whole way as one person there, up to the address at which the provider sends back. */
  const wayBack = async (browser: Visitor, identity: IdentityThere | null): Promise<string> => {
    there.beVisitedBy(identity);
    return browser.follow(await wayThere(browser), isAtTheStudio);
  };
  /** The page of the studio at which one person ends up. */
  const enterAs = async (identity: IdentityThere | null, browser = visitor()): Promise<string> => {
    const back = await wayBack(browser, identity);
    const { headers } = await browser.ask(back);
    return headers.get("location") ?? "nowhere";
  };
  const account = (browser: Visitor) =>
    clientWith(server.url, { cookie: browser.cookieFor(studioHost) }).account.get.query();

  test("is offered where it is set up, by the name that people know", async () => {
    const { identityProviders } = await clientWith(server.url).studio.get.query();
    expect(identityProviders).toEqual([{ id: "oidc", name: "The Provider" }]);
  });

  test("makes an account like any other: signed in, credited, asked for consent", async () => {
    const browser = visitor();
    const identity = fresh();
    expect(await enterAs(identity, browser)).toBe("/consent");
    const mine = await account(browser);
    expect(mine).toMatchObject({ email: identity.email, consent: null });
    const byPassword = await signUp(server.url);
    const theirs = await byPassword.api.account.get.query();
    expect(Object.keys(mine).toSorted()).toEqual(Object.keys(theirs).toSorted());
    const api = clientWith(server.url, { cookie: browser.cookieFor(studioHost) });
    expect(await api.credits.balance.query()).toEqual(await byPassword.api.credits.balance.query());
    expect(await domainErrorOf(api.selfies.addDrawn.mutate())).toMatchObject({ code: "consent_missing" });
    const subjects =
      "select subject_number, trigger_word from subjects s join users u on u.id = s.user_id where u.email = $1";
    const [subject] = await rows(subjects, [identity.email]);
    expect(subject?.["subject_number"]).toMatch(/^\d{10}$/);
    expect(subject?.["trigger_word"]).toBe(`user${String(subject?.["subject_number"])}`);
  });

  test("leads the same person to the same account, where they were", async () => {
    const identity = fresh();
    await enterAs(identity);
    const before = await countUsers();
    const browser = visitor();
    // The address may have changed there: who somebody is does not hang on it.
    expect(await enterAs({ ...identity, email: `moved-${identity.sub}@example.org` }, browser)).toBe(
      "/gallery",
    );
    expect(await account(browser)).toMatchObject({ email: identity.email });
    expect(await countUsers()).toBe(before);
  });

  test("keeps who somebody is there, and none of the provider's tokens", async () => {
    const identity = fresh();
    await enterAs(identity);
    const [kept] = await rows("select * from accounts where account_id = $1", [identity.sub]);
    expect(kept).toMatchObject({
      provider_id: "oidc",
      access_token: null,
      refresh_token: null,
      id_token: null,
    });
    expect(server.logged()).not.toContain(there.registration.clientSecret);
    expect(server.logged()).not.toContain(identity.email);
  });

  test("sends a verifier of its own with every code, and asks for no more than who it is", async () => {
    const browser = visitor();
    const way = new URL(await wayThere(browser));
    expect(way.searchParams.get("code_challenge_method")).toBe("S256");
    expect(way.searchParams.get("scope")?.split(" ").toSorted()).toEqual(["email", "openid", "profile"]);
    expect(way.searchParams.get("nonce")).toMatch(/^\S{32}$/);
    await enterAs(fresh());
    await enterAs(fresh());
    const verifiers = there.tokenRequests().map((request) => request.get("code_verifier"));
    expect(new Set(verifiers).size).toBe(verifiers.length);
    expect(verifiers.every((verifier) => (verifier?.length ?? 0) >= 43)).toBe(true);
  });

  test.each([
    ["another state", (back: URL) => back.searchParams.set("state", "A".repeat(32)), "state_mismatch"],
    ["no state", (back: URL) => back.searchParams.delete("state"), "state_not_found"],
    ["another code", (back: URL) => back.searchParams.set("code", "nobodys"), "invalid_code"],
    [
      "another provider's word",
      (back: URL) => back.searchParams.set("iss", "http://elsewhere.example"),
      "issuer_mismatch",
    ],
  ])("with %s on the way back lets nobody in", async (_what, change, code) => {
    const browser = visitor();
    const before = await countUsers();
    const back = new URL(await wayBack(browser, fresh()));
    change(back);
    const answer = await browser.ask(back.href);
    const led = new URL(answer.headers.get("location") ?? "", studioUrl);
    expect([answer.status, led.origin, led.pathname]).toEqual([302, studioUrl, "/sign-in"]);
    expect(led.searchParams.get("error")).toBe(code);
    expect(browser.cookieFor(studioHost)).not.toContain("session_token");
    expect(await countUsers()).toBe(before);
  });

  test("lets nobody in by another browser's way back, and by the same one once", async () => {
    const [attacker, victim] = [visitor(), visitor()];
    const back = await wayBack(attacker, fresh());
    await wayThere(victim);
    const caught = await victim.ask(back);
    expect(caught.headers.get("location")).toContain("error=state_mismatch");
    expect(victim.cookieFor(studioHost)).not.toContain("session_token");
    const mine = await wayBack(attacker, fresh());
    expect((await attacker.ask(mine)).headers.get("location")).toBe("/consent");
    expect((await visitor().ask(mine)).headers.get("location")).toContain("error=state_mismatch");
  });

  test("tells who declined there that it did not happen", async () => {
    expect(await enterAs(null)).toMatch(/^\/sign-in\?error=access_denied/);
  });

  test.each([
    ["not confirmed", { email_verified: false }, "email_not_verified"],
    ["not said to be confirmed", { email_verified: undefined }, "email_not_verified"],
    ["not told", { email: undefined, email_verified: undefined }, "email_not_found"],
  ])("makes no account for an address that is %s there", async (_what, over, code) => {
    const before = await countUsers();
    const { email, ...rest } = { ...fresh(), ...over };
    const { email_verified, ...named } = rest;
    const identity = {
      ...named,
      ...(email === undefined ? {} : { email }),
      ...(email_verified === undefined ? {} : { email_verified }),
    };
    expect(await enterAs(identity)).toContain(`/sign-in?error=${code}`);
    expect(await countUsers()).toBe(before);
  });

  test("opens an account that is there already only where its address is confirmed here and there", async () => {
    const person = await signUp(server.url);
    const accountsOf = () =>
      rows("select provider_id from accounts where user_id = $1 order by 1", [person.userId]);
    const confirm = () => rows("update users set email_verified = true where id = $1", [person.userId]);
    // Whoever took the address first, without its mail, keeps nobody out and lets nobody in.
    expect(await enterAs(fresh({ email: person.email }))).toContain("/sign-in?error=account_not_linked");
    await confirm();
    expect(await enterAs(fresh({ email: person.email, email_verified: false }))).toContain(
      "/sign-in?error=account_not_linked",
    );
    expect(await accountsOf()).toEqual([{ provider_id: "credential" }]);
    const browser = visitor();
    expect(await enterAs(fresh({ email: person.email }), browser)).toBe("/gallery");
    expect(await accountsOf()).toEqual([{ provider_id: "credential" }, { provider_id: "oidc" }]);
    expect(await account(browser)).toEqual(await person.api.account.get.query());
  });

  test.each([
    ["a token of its own", { idToken: { token: "a.b.c" } }, 400],
    ["more rights", { scopes: ["everything"] }, 400],
    ["other parameters", { additionalParams: { redirect_uri: "https://elsewhere.example" } }, 400],
    ["a way back to another site", { callbackURL: "https://elsewhere.example/" }, 400],
    ["a way back without a protocol", { callbackURL: "//elsewhere.example/" }, 400],
    ["a first way back to another site", { newUserCallbackURL: "https://elsewhere.example/" }, 400],
    ["an error's way back to another site", { errorCallbackURL: "https://elsewhere.example/" }, 400],
    ["a provider that is not set up", { provider: "google" }, 404],
  ])("refuses a page that asks for %s", async (_what, over, status) => {
    expect((await knock(visitor(), over)).status).toBe(status);
  });

  test("gives a fresh session, never the one that was there before", async () => {
    const attacker = await signUp(server.url);
    const browser = visitor();
    const way = await wayBack(browser, fresh());
    // The attacker's session was put into the browser before.
    const answer = await browser.ask(way, { headers: { cookie: attacker.cookie } });
    expect(answer.headers.get("location")).toBe("/consent");
    expect(browser.cookieFor(studioHost)).toContain("session_token");
    expect(browser.cookieFor(studioHost)).not.toContain(attacker.token);
  });

  test("is no way around a deletion that is going on", async () => {
    const browser = visitor();
    const identity = fresh();
    await enterAs(identity, browser);
    await account(browser);
    const owner = "(select id from users where email = $1)";
    await rows(`update subjects set deletion_requested_at = now() where user_id = ${owner}`, [
      identity.email,
    ]);
    const again = visitor();
    await enterAs(identity, again);
    expect(await domainErrorOf(account(again))).toMatchObject({ code: "account_closing" });
  });

  test("keeps nobody out who has a password, when the provider is silent", async () => {
    const silent = createServer(() => {
      // Takes every request and answers none.
    });
    await new Promise<void>((resolve) => {
      silent.listen(0, "127.0.0.1", resolve);
    });
    disposal.defer(() => {
      silent.close().closeAllConnections();
    });
    const issuer = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { database } = disposal.use(await open());
    const oidc = { ...there.registration, issuer };
    const alone = disposal.use(await createTestStudio({ database, identityProviders: { oidc } }));
    const person = await signUp(alone.url);
    expect(await person.api.account.get.query()).toMatchObject({ email: person.email });
  });

  test("counts as entering, on the way there and on the way back", async () => {
    const { database } = disposal.use(await open());
    const slow = disposal.use(
      await createTestStudio({
        database,
        publicUrl: studioUrl,
        identityProviders: { oidc: there.registration },
        rateBudgets: { enter: { perAccount: 20, perAddress: 3, withinSeconds: 900 } },
      }),
    );
    const browser = openVisitor({ [studioUrl]: slow.url });
    expect(await enterAs(fresh(), browser)).toBe("/consent");
    const back = await wayBack(browser, fresh());
    expect((await browser.ask(back)).status).toBe(429);
    expect((await knock(browser)).status).toBe(429);
  });
});
