import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspectRoutes } from "hono/dev";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { authPath, createAuth } from "../../src/auth/create-auth.ts";
import { offeredEndpoints, providerEndpoints } from "../../src/auth/offered-endpoints.ts";
import { createStandardPayments } from "../../src/credits/create-standard-payments.ts";
import { studioReadiness } from "../../src/health/studio-readiness.ts";
import { createApp } from "../../src/http/create-app.ts";
import { metricsRoutes } from "../../src/http/metrics-routes.ts";
import { createLiveFeeds } from "../../src/http/live-feeds.ts";
import { createTestDatabase } from "../create-test-database.ts";
import {
  authSecret,
  createTestStudio,
  paymentWebhookSecret,
  type TestStudio,
} from "../create-test-studio.ts";
import { describeOnBothDatabases } from "../describe-on-both-databases.ts";
import { postAuth } from "../sign-up.ts";
import { type Answer, answerOf, type Session } from "./ask.ts";
import { authCases } from "./auth-cases.ts";
import { junkInputs, tooLargeText } from "./junk.ts";
import { type Asked, routeCases } from "./route-cases.ts";
import { rowsOf } from "./rows-of.ts";
import { nobodysThings, type Owner, signUpOwner } from "./things.ts";

const metricsToken = "a token of whoever watches the studio";
const howToAdd =
  "add a case for it to test/reflection/route-cases.ts: a request that names what it can of one person, and its answers";
// Its addresses are known without asking it.
const identityProviders = { github: { clientId: "a-client", clientSecret: "a-secret" } };
const cases = Object.entries(routeCases).map(([route, given]) => ({ route, given }));

const disposal = new AsyncDisposableStack();
let pageFolder: string;
let server: TestStudio;
let endpoints: { path: string; methods: string[] }[];
let routes: string[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-routes-"));
  disposal.defer(() => rm(folder, { recursive: true }));
  pageFolder = join(folder, "page");
  await mkdir(join(pageFolder, "assets"), { recursive: true });
  await writeFile(join(pageFolder, "index.html"), "<title>Selfsame</title>");
  const { database } = disposal.use(await createTestDatabase("pglite"));
  server = disposal.use(
    await createTestStudio({ database, pageFolder, metricsToken, showsOutbox: true, identityProviders }),
  );
  const auth = createAuth(
    database,
    {
      secret: authSecret,
      baseUrl: server.url,
      trustedOrigins: [],
      mail: server.outbox,
      verification: "advised",
      identityProviders,
      onNewPassword: () => Promise.resolve(),
    },
    server.studio.log,
  );
  const app = createApp({
    studio: server.studio,
    auth,
    readiness: studioReadiness({ ...server.studio, database }),
    feeds: createLiveFeeds(),
    trustedOrigins: [],
    secrets: [authSecret],
    payments: createStandardPayments(paymentWebhookSecret, server.studio.clock),
    isHttps: false,
    metricsRoutes: metricsRoutes(() => Promise.resolve(""), metricsToken),
    outbox: server.outbox,
    pageFolder,
    proxiesInFront: 0,
  });
  routes = inspectRoutes(app)
    .filter(({ isMiddleware }) => !isMiddleware)
    .map(({ method, path }) => `${method} ${path}`);
  endpoints = Object.values(auth.api).map((endpoint) => {
    const { path, options } = endpoint as { path: string; options: { method: string | string[] } };
    return { path, methods: [options.method].flat() };
  });
});
afterAll(() => disposal.disposeAsync());

describe("the suite", () => {
  test("has a case for every route, and for nothing else", () => {
    const missing = routes.filter((route) => !Object.hasOwn(routeCases, route));
    expect(missing.map((route) => `${route}: ${howToAdd}`)).toEqual([]);
    expect(Object.keys(routeCases).filter((route) => !routes.includes(route))).toEqual([]);
  });

  test("has a case for every address of signing in that is offered, and these are the library's own", () => {
    const offered = [...offeredEndpoints, ...providerEndpoints];
    expect(Object.keys(authCases).toSorted()).toEqual(offered.toSorted());
    expect(endpoints.map(({ path }) => path)).toEqual(expect.arrayContaining(offered));
  });
});

describe("signing in", () => {
  test("offers nothing of the library's that the studio does not use", async () => {
    const others = endpoints.filter(({ path }) => !Object.hasOwn(authCases, path));
    expect(others.length).toBeGreaterThan(10);
    for (const { path, methods } of others) {
      for (const method of methods) {
        const response = await fetch(`${server.url}${authPath}${path}`, {
          method,
          ...(method === "GET" ? {} : { body: "{}", headers: { "content-type": "application/json" } }),
        });
        expect({ method, path, status: response.status }).toEqual({ method, path, status: 404 });
      }
    }
  });

  test.each(Object.entries(authCases).filter(([, { method }]) => method === "POST"))(
    "%s is refused to another site's page",
    async (path, { method, body }) => {
      for (const sent of [{ origin: "https://elsewhere.example" }, { "sec-fetch-site": "cross-site" }]) {
        const headers = new Headers({ "content-type": "application/json", ...sent });
        const init = { method, headers, body: JSON.stringify(body) };
        expect((await answerOf(new URL(`${authPath}${path}`, server.url), init)).status).toBe(403);
      }
    },
  );

  test("offers nothing of identity providers where none is set up, and none that is not", async () => {
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const without = disposal.use(await createTestStudio({ database }));
    for (const { url } of [without, server]) {
      expect((await postAuth(url, "sign-in/social", { provider: "google" })).status).toBe(404);
      expect((await fetch(`${url}${authPath}/callback/google`)).status).toBe(404);
    }
    expect((await postAuth(without.url, "sign-in/social", { provider: "github" })).status).toBe(404);
    expect((await fetch(`${without.url}${authPath}/callback/github`)).status).toBe(404);
  });

  describe.each(Object.entries(authCases))("%s", (endpoint, { method, toNobody, body, toJunk }) => {
    const path = endpoint.replace(":id", "github");
    const send = (text: string | undefined) =>
      answerOf(new URL(`${authPath}${path}`, server.url), {
        method,
        redirect: "manual",
        headers: { origin: server.url, "content-type": "application/json" },
        ...(method === "GET" || text === undefined ? {} : { body: text }),
      });

    test("knows nobody without an account", async () => {
      expect((await send(JSON.stringify(body))).status).toBe(toNobody);
    });

    test("answers malformed bodies with a refusal, and never with a failure", async () => {
      for (const junk of junkInputs) {
        const { status } = await send(junk);
        expect({ junk, status }).toEqual({ junk, status: toJunk });
      }
    });

    test("does not take in what is enormous", async () => {
      const asked =
        method === "GET"
          ? fetch(`${server.url}${authPath}${path}?${tooLargeText}`)
          : send(JSON.stringify({ ...body, more: tooLargeText }));
      expect((await asked).status).toBe(method === "GET" ? 431 : 413);
    });
  });
});

describeOnBothDatabases("every route", (open) => {
  const mine = new AsyncDisposableStack();
  let studio: TestStudio;
  let owner: Owner;
  let stranger: Owner;
  beforeAll(async () => {
    const { database } = mine.use(await open());
    studio = mine.use(await createTestStudio({ database, pageFolder, metricsToken }));
    [owner, stranger] = await Promise.all([signUpOwner(studio), signUpOwner(studio)]);
    // Both go the whole way, trainings and all; on a busy machine that takes its time.
  }, 180_000);
  afterAll(() => mine.disposeAsync());

  const send = ({ path, init = {} }: Asked, session: Session = {}): Promise<Answer> =>
    answerOf(new URL(path, studio.url), {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), ...session },
    });
  const withoutIds = ({ status, text }: Answer): Answer => ({
    status,
    text: text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, "<id>"),
  });
  const owned = () => rowsOf(studio.database, owner.things.subjectId);
  const sessions = (): Session[] => [
    { authorization: `Bearer ${stranger.person.token}` },
    { cookie: stranger.person.cookie },
  ];

  test.each(cases)("$route answers a second account as for ids that do not exist", async ({ given }) => {
    const before = await owned();
    for (const session of sessions()) {
      const forOwners = await send(given.naming(owner.things), session);
      const forNobodys = await send(given.naming(nobodysThings()), session);
      expect(withoutIds(forOwners)).toEqual(withoutIds(forNobodys));
      expect(owner.marks.filter((mark) => forOwners.text.includes(mark))).toEqual([]);
    }
    expect(await owned()).toEqual(before);
  });

  test.each(cases)("$route answers nobody with no more", async ({ given }) => {
    const before = await owned();
    const answer = await send(given.naming(owner.things));
    expect(answer.status).toBe(given.toNobody);
    expect(withoutIds(answer)).toEqual(withoutIds(await send(given.naming(nobodysThings()))));
    expect(owner.marks.filter((mark) => answer.text.includes(mark))).toEqual([]);
    expect(await owned()).toEqual(before);
  });

  test.each(cases)("$route answers what makes no sense as it should", async ({ given }) => {
    const [status, ...asked] = given.malformed;
    const session = { authorization: `Bearer ${stranger.person.token}` };
    for (const one of asked) {
      const answer = await send(one, session);
      expect({ path: one.path, status: answer.status }).toEqual({ path: one.path, status });
    }
  });

  test.each(cases)("$route does not take in what is enormous", async ({ given }) => {
    const [status, ...asked] = given.enormous;
    for (const one of asked) expect((await send(one)).status).toBe(status);
  });
});
