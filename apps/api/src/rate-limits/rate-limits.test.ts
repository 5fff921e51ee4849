import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createPostgresDatabase } from "../../test/create-postgres-database.ts";
import { createTestStudio, type TestStudio, type TestStudioOptions } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { photo } from "../../test/photo.ts";
import { freshCredentials, postAuth, signUp, signUpWithConsent } from "../../test/sign-up.ts";
import { openPostgres } from "../db/open-postgres.ts";
import { createLog } from "../log/create-log.ts";

const minuteSeconds = 60;
const budgets = {
  enter: { perAccount: 3, perAddress: 40, withinSeconds: minuteSeconds },
  upload: { perAccount: 2, perAddress: 40, withinSeconds: minuteSeconds },
  generate: { perAccount: 2, perAddress: 3, withinSeconds: minuteSeconds },
  prove: { perAccount: 2, perAddress: 40, withinSeconds: minuteSeconds },
};

/** An attempt to sign in that is wrong, as it reads in the network. */
const attempt = async (url: string, email: string, headers: Record<string, string> = {}) => {
  const body = { email, password: "not the password" };
  return postAuth(url, "sign-in/email", body, { origin: url, ...headers });
};

describeOnBothDatabases("what is done too often", (open) => {
  const disposal = new AsyncDisposableStack();
  const start = async (over: Partial<TestStudioOptions> = {}): Promise<TestStudio> => {
    const { database } = disposal.use(await open());
    return disposal.use(await createTestStudio({ database, rateBudgets: budgets, ...over }));
  };
  let server: TestStudio;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => disposal.disposeAsync());

  test("by guessing one account's password is refused, with when to come back", async () => {
    const { email } = await signUp(server.url, { ...freshCredentials() });
    const tries = [email, email.toUpperCase(), ` ${email}`];
    const statuses: number[] = [];
    for (const tried of tries) statuses.push((await attempt(server.url, tried)).status);
    expect(statuses[0]).toBe(401);
    const refused = await attempt(server.url, email);
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(minuteSeconds);
    expect(await refused.json()).toMatchObject({
      error: { data: { domain: { code: "rate_limited", details: { retryAt: expect.any(String) } } } },
    });
    // Somebody else at the same address is not held up by it.
    expect((await attempt(server.url, freshCredentials().email)).status).toBe(401);
  });

  test("never keeps anybody from signing out", async () => {
    const person = await signUp(server.url);
    for (let count = 0; count < 4; count += 1) await attempt(server.url, person.email);
    const out = await postAuth(server.url, "sign-out", {}, { origin: server.url, cookie: person.cookie });
    expect(out.status).toBe(200);
  });

  test("by uploading is refused to the account that did it, and nothing is half stored", async () => {
    const [person, other] = [await signUpWithConsent(server.url), await signUpWithConsent(server.url)];
    for (let count = 1; count <= budgets.upload.perAccount; count += 1)
      await person.api.selfies.add.mutate(await photo(`${count}.jpg`));
    const refused = await domainErrorOf(person.api.selfies.add.mutate(await photo("one more.jpg")));
    expect(refused).toMatchObject({ code: "rate_limited", details: { retryAt: expect.any(String) } });
    expect((await person.api.selfies.list.query()).selfies).toHaveLength(budgets.upload.perAccount);
    expect(await other.api.selfies.add.mutate(await photo("mine.jpg"))).toMatchObject({
      fileName: "mine.jpg",
    });
  });

  test("by generating is refused by account and by address, over http with a wait", async () => {
    const own = await start();
    const [person, other] = [await signUpWithConsent(own.url), await signUpWithConsent(own.url)];
    const generate = (whose: typeof person) =>
      domainErrorOf(whose.api.generations.create.mutate({ brief: "at sea" }));
    expect(await generate(person)).toMatchObject({ code: "model_missing" });
    expect(await generate(person)).toMatchObject({ code: "model_missing" });
    expect(await generate(person)).toMatchObject({ code: "rate_limited" });
    // Three from this address so far: that is what all its accounts have together.
    const response = await other.fetch("/trpc/models.train", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("by asking for one's proof is refused to that account alone", async () => {
    const [person, other] = [await signUp(server.url), await signUp(server.url)];
    for (let count = 1; count <= budgets.prove.perAccount; count += 1)
      await person.api.isolation.proof.query();
    const refused = await domainErrorOf(person.api.isolation.proof.query());
    expect(refused).toMatchObject({ code: "rate_limited", details: { retryAt: expect.any(String) } });
    expect(await other.api.isolation.proof.query()).toMatchObject({ problems: [] });
  });

  test("is counted by the address that one's own proxy tells, and by nothing that anybody can send", async () => {
    const perAddress = { enter: { perAccount: 40, perAddress: 2, withinSeconds: minuteSeconds } };
    const bare = await start({ rateBudgets: perAddress });
    const from = async (url: string, forwardedFor: string) =>
      (await attempt(url, freshCredentials().email, { "x-forwarded-for": forwardedFor })).status;
    expect(await from(bare.url, "203.0.113.1")).toBe(401);
    expect(await from(bare.url, "203.0.113.2")).toBe(401);
    expect(await from(bare.url, "203.0.113.3")).toBe(429);
    const proxied = await start({ rateBudgets: perAddress, proxiesInFront: 1 });
    expect(await from(proxied.url, "1.1.1.1, 2001:db8::1")).toBe(401);
    expect(await from(proxied.url, "2.2.2.2, 2001:db8::2")).toBe(401);
    expect(await from(proxied.url, "3.3.3.3, 2001:db8::3")).toBe(429);
    expect(await from(proxied.url, "3.3.3.3, 2001:db8:1::3")).toBe(401);
  });

  test("is kept as hashes: no address and no e-mail stands in the database", async () => {
    const person = await signUp(server.url);
    const { rows } = await server.database.executeSql("select key, points from rate_limits");
    expect(rows.length).toBeGreaterThan(0);
    const kept = JSON.stringify(rows);
    for (const told of [person.email, person.email.split("@")[0], "127.0.0.1"])
      expect(kept).not.toContain(told);
  });
});

describe("two processes of one studio", () => {
  test("share every count", async () => {
    await using disposal = new AsyncDisposableStack();
    const { url, drop } = await createPostgresDatabase();
    disposal.defer(drop);
    const start = async () => {
      const database = await openPostgres({ url, maximumConnections: 5 }, createLog("silent"));
      disposal.defer(() => database.close());
      return disposal.use(await createTestStudio({ database, rateBudgets: budgets }));
    };
    const [one, two] = [await start(), await start()];
    const { email } = freshCredentials();
    const statuses: number[] = [];
    for (const server of [one, two, one, two]) statuses.push((await attempt(server.url, email)).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  test("let through exactly as many of a hundred at once as there may be", async () => {
    await using opened = await createTestDatabase("postgres");
    await using server = await createTestStudio({
      database: opened.database,
      rateBudgets: { enter: { perAccount: 7, perAddress: 1_000, withinSeconds: minuteSeconds } },
    });
    const count = () => server.studio.rateLimits.count("enter", { account: "ada", address: "203.0.113.7" });
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, count));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
  });
});
