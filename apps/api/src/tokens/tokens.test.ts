import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { liveFeed } from "../../test/live-feed.ts";
import { ask, type ProcedureKind, refusalIn, type Session } from "../../test/reflection/ask.ts";
import { procedureCases } from "../../test/reflection/procedure-cases.ts";
import { nobodysThings, type Owner, signUpOwner } from "../../test/reflection/things.ts";
import {
  clientWith,
  postAuth,
  signIn,
  type SignedUp,
  signUp,
  signUpWithConsent,
} from "../../test/sign-up.ts";
import { procedureScopes } from "../trpc/procedure-scopes.ts";
import { appRouter } from "../trpc/router.ts";
import { mostTokens } from "./make-token.ts";
import { type TokenScope, tokenScopes } from "./token-scope.ts";
import { tokenPrefix } from "./token-secret.ts";

const dayMs = 86_400_000;
const inFuture = { days: 30, name: "a script" };

const kindOf = (path: string): ProcedureKind => {
  // Safe: every procedure of the router has its kind; a path that is none fails the test that asks.
  const { type } = (appRouter._def.procedures as never as Record<string, { _def: { type: ProcedureKind } }>)[
    path
  ]?._def ?? { type: "query" };
  return type;
};
const paths = Object.entries(procedureScopes);
/** What an access token could be refused: everything that not anybody may ask. */
const guarded = paths.filter(([path]) => procedureCases[path]?.openTo === "subjects");
const bearer = (secret: string): Session => ({ authorization: `Bearer ${secret}` });

const makeFor = async (person: SignedUp, ...scopes: TokenScope[]) =>
  person.api.tokens.make.mutate({ ...inFuture, scopes });

describe("the table of scopes", () => {
  test("has every procedure of the router and nothing else", () => {
    expect(Object.keys(procedureScopes).toSorted()).toEqual(
      Object.keys(appRouter._def.procedures).toSorted(),
    );
  });

  test("gives no token what would let it outlive or outgrow what it was given", () => {
    const kept = paths.filter(([, scope]) => scope === "session").map(([path]) => path);
    expect(kept).toEqual(
      expect.arrayContaining([
        "account.withdrawConsent",
        "account.endSession",
        "account.giveConsent",
        "credits.setMonthlyCap",
        "tokens.make",
        "tokens.revoke",
      ]),
    );
  });
});

describeOnBothDatabases("an access token", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let aheadMs = 0;
  let owner: Owner;
  let stranger: SignedUp;
  let person: SignedUp;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    const clock = { now: () => new Date(Date.now() + aheadMs) };
    server = disposal.use(await createTestStudio({ database, clock }));
    owner = await signUpOwner(server);
    stranger = await signUpWithConsent(server.url);
    person = await signUpWithConsent(server.url);
  });
  afterAll(() => disposal.disposeAsync());
  const clientOf = (secret: string) => clientWith(server.url, bearer(secret));
  const refusal = async (path: string, secret: string, input?: unknown) =>
    refusalIn(await ask(server.url, [path, kindOf(path)], input, bearer(secret)));

  test("is told once, and kept as a hash and its beginning", async () => {
    const { secret, token } = await makeFor(person, "generate", "read", "read");
    expect(secret).toMatch(/^selfsame_[\w-]{43}$/u);
    expect(token).toMatchObject({
      name: "a script",
      scopes: ["read", "generate"],
      usedAt: null,
      expired: false,
    });
    const { tokens } = await person.api.tokens.list.query();
    expect(tokens).toContainEqual(token);
    expect(JSON.stringify(tokens)).not.toContain(secret);
    const { rows } = await server.database.executeSql("select * from access_tokens");
    expect(JSON.stringify(rows)).not.toContain(secret.slice(tokenPrefix.length));
    expect(secret.startsWith(token.hint)).toBe(true);
  });

  test("stands for the person who made it, and tells when it was last used", async () => {
    const { secret, token } = await makeFor(person, "read");
    expect(await clientOf(secret).account.get.query()).toEqual(await person.api.account.get.query());
    const used = (await person.api.tokens.list.query()).tokens.find(({ id }) => id === token.id);
    expect(used?.usedAt).not.toBeNull();
  });

  test.each(tokenScopes)("that may %s is refused everything else, by the scope it lacks", async (scope) => {
    const { secret } = await makeFor(person, scope);
    for (const [path, wanted] of guarded) {
      if (wanted === scope) continue;
      const code = wanted === "session" ? "token_not_enough" : "token_scope_missing";
      expect({ path, code: (await refusal(path, secret))?.code }).toEqual({ path, code });
    }
  });

  test("with every scope may all that no session is needed for, and never what is", async () => {
    // Without consent, so that what takes no input does nothing either.
    const { secret } = await makeFor(await signUp(server.url), ...tokenScopes);
    for (const [path, wanted] of guarded) {
      if (kindOf(path) === "subscription") continue;
      // Nothing is done: the input is refused after the scope was let through, where one is taken.
      const code = (await refusal(path, secret, { not: "an input" }))?.code ?? "none";
      const isRefused = code.startsWith("token_");
      expect({ path, isRefused }).toEqual({ path, isRefused: wanted === "session" });
    }
  });

  test("of one person answers to another's ids as to ids that do not exist", async () => {
    const { secret } = await makeFor(stranger, ...tokenScopes);
    const withoutIds = (text: string) =>
      text
        .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, "<id>")
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "<moment>");
    for (const [path, wanted] of guarded) {
      const input = procedureCases[path]?.input;
      const [theirs, nobodys] = [input?.(owner.things), input?.(nobodysThings())];
      const namesNothing =
        theirs === undefined || JSON.stringify(theirs) === JSON.stringify(input?.(nobodysThings()));
      if (wanted === "session" || namesNothing || theirs instanceof FormData) continue;
      const answers = [];
      for (const given of [theirs, nobodys])
        answers.push(await ask(server.url, [path, kindOf(path)], given, bearer(secret)));
      const [forTheirs, forNobodys] = answers;
      expect({ path, ...forTheirs, text: withoutIds(forTheirs?.text ?? "") }).toEqual({
        path,
        ...forNobodys,
        text: withoutIds(forNobodys?.text ?? ""),
      });
      expect(owner.marks.filter((mark) => forTheirs?.text.includes(mark))).toEqual([]);
    }
    for (const picture of [`portraits/${owner.things.portraitId}`, `selfies/${owner.things.selfieId}`]) {
      const address = `${server.url}/images/${picture}/original`;
      expect((await fetch(address, { headers: bearer(secret) })).status).toBe(404);
    }
  });

  test("fetches its person's pictures when it may read", async () => {
    const address = `${server.url}/images/portraits/${owner.things.portraitId}/original`;
    const [reads, makes] = [await makeFor(owner.person, "read"), await makeFor(owner.person, "generate")];
    expect((await fetch(address, { headers: bearer(reads.secret) })).status).toBe(200);
    expect((await fetch(address, { headers: bearer(makes.secret) })).status).toBe(404);
  });

  test("is ended by its person alone, and at once", async () => {
    const { secret, token } = await makeFor(person, "read");
    const client = clientOf(secret);
    await client.account.get.query();
    const foreign = stranger.api.tokens.revoke.mutate({ tokenId: token.id });
    expect(await domainErrorOf(foreign)).toMatchObject({ code: "not_found" });
    await client.account.get.query();
    await person.api.tokens.revoke.mutate({ tokenId: token.id });
    expect(await domainErrorOf(client.account.get.query())).toMatchObject({ code: "token_refused" });
    expect((await person.api.tokens.list.query()).tokens.map(({ id }) => id)).not.toContain(token.id);
  });

  test("that is ended is told nothing more by a feed that it opened", async () => {
    const { secret, token } = await makeFor(owner.person, "read");
    const stop = new AbortController();
    const feed = liveFeed(server.url, bearer(secret), { after: "0", signal: stop.signal });
    const first = await feed.next();
    expect(first.done).toBe(false);
    await owner.person.api.tokens.revoke.mutate({ tokenId: token.id });
    const { portraitId } = owner.things;
    await owner.person.api.gallery.keep.mutate({ portraitId, kept: true });
    const { id: lastId } =
      (await owner.person.api.gallery.list.query({ kept: true, limit: 1 })).portraits[0] ?? {};
    expect(lastId).toBe(portraitId);
    const told = [];
    for await (const event of feed) {
      told.push(event);
      if (event.name === "serialized-error") break;
    }
    stop.abort();
    const { name, data } = told.at(-1) ?? {};
    expect(name).toBe("serialized-error");
    expect(JSON.stringify(data)).toContain("token_refused");
    // What was kept after the end is not among what came before the refusal.
    expect(JSON.stringify(told.slice(0, -1))).not.toContain('"kept":true');
  });

  test("runs out, and cannot be told from one that never was", async () => {
    const { secret } = await person.api.tokens.make.mutate({ name: "for a day", days: 1, scopes: ["read"] });
    const unknown = await domainErrorOf(clientOf(`${tokenPrefix}${"A".repeat(43)}`).account.get.query());
    aheadMs = dayMs - 60_000;
    await clientOf(secret).account.get.query();
    aheadMs = dayMs + 1_000;
    const ranOut = await domainErrorOf(clientOf(secret).account.get.query());
    aheadMs = 0;
    expect(ranOut).toEqual(unknown);
    expect(ranOut).toMatchObject({ code: "token_refused" });
  });

  test("opens none of the addresses of signing in", async () => {
    const { secret } = await makeFor(person, ...tokenScopes);
    const headers = { origin: server.url, ...bearer(secret) };
    const session = await fetch(`${server.url}/api/auth/get-session`, { headers });
    expect(await session.json()).toBeNull();
    const wish = { currentPassword: person.password, newPassword: "quite another sentence" };
    expect((await postAuth(server.url, "change-password", wish, headers)).status).toBe(401);
  });

  test("is ended by a new password, with every other one", async () => {
    const other = await signUpWithConsent(server.url);
    const { secret } = await makeFor(other, "read");
    const wrong = { currentPassword: "not the password", newPassword: "quite another sentence" };
    const headers = { origin: server.url, cookie: other.cookie };
    await postAuth(server.url, "change-password", wrong, headers);
    await clientOf(secret).account.get.query();
    const right = { ...wrong, currentPassword: other.password };
    expect((await postAuth(server.url, "change-password", right, headers)).status).toBe(200);
    expect(await domainErrorOf(clientOf(secret).account.get.query())).toMatchObject({
      code: "token_refused",
    });
    const again = await signIn(server.url, { ...other, password: right.newPassword });
    expect(await again.api.tokens.list.query()).toEqual({ tokens: [] });
  });

  test("is one of so many at most, also when many are asked for at once", async () => {
    const busy = await signUpWithConsent(server.url);
    const made = await Promise.all(
      Array.from({ length: mostTokens + 2 }, () =>
        makeFor(busy, "read").then(
          () => "made",
          async (error: unknown) => domainErrorOf(Promise.reject(error as Error)),
        ),
      ),
    );
    expect(made.filter((outcome) => outcome === "made")).toHaveLength(mostTokens);
    expect(made.filter((outcome) => outcome !== "made")).toEqual(
      Array(2).fill(expect.objectContaining({ code: "token_limit_reached" })),
    );
  });

  test("stands in no log, whether it works or not", async () => {
    const { secret } = await makeFor(person, "read");
    const unknown = `${tokenPrefix}${"B".repeat(43)}`;
    await clientOf(secret).account.get.query();
    await domainErrorOf(clientOf(secret).generations.create.mutate({ brief: "at sea" }));
    await domainErrorOf(clientOf(unknown).account.get.query());
    expect(server.logged()).toContain("token_scope_missing");
    for (const each of [secret, unknown])
      expect(server.logged()).not.toContain(each.slice(tokenPrefix.length));
  });
});

describe("requests with access tokens", () => {
  test("are counted by the token, and those with unknown ones by where they come from", async () => {
    await using disposal = new AsyncDisposableStack();
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const token = { perAccount: 3, perAddress: 8, withinSeconds: 60 };
    const { url } = disposal.use(await createTestStudio({ database, rateBudgets: { token } }));
    const person = await signUpWithConsent(url);
    const [one, other] = [await makeFor(person, "read"), await makeFor(person, "read")];
    const statusOf = async (secret: string) =>
      (await ask(url, ["account.get", "query"], undefined, bearer(secret))).status;
    const statuses = [];
    for (const { secret } of [one, one, one, one, other]) statuses.push(await statusOf(secret));
    expect(statuses).toEqual([200, 200, 200, 429, 200]);
    const unknown = [];
    for (let count = 0; count < 4; count += 1) unknown.push(await statusOf(`${tokenPrefix}${count}`));
    expect(unknown).toEqual([401, 401, 401, 429]);
    // A session at the same address is not held up by it.
    expect((await person.api.account.get.query()).email).toBe(person.email);
  });
});
