import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { DomainError } from "../errors/domain-error.ts";
import { type DomainErrorCode, domainErrors } from "../errors/domain-errors.ts";
import { createLog } from "../log/create-log.ts";
import type { Context } from "./context.ts";
import { mappedFeed, publicProcedure, router, subjectProcedure } from "./procedures.ts";
import { trpcCodes } from "./trpc-codes.ts";

const secret = "connection to 10.0.0.3 as postgres:hunter2 failed";
const requestId = "0197a000-0000-7000-8000-00000000abcd";

async function* failingFeed(error: Error): AsyncGenerator<number> {
  yield await Promise.resolve(1);
  throw error;
}

const testRouter = router({
  breaks: publicProcedure.query(() => {
    throw new Error(secret);
  }),
  refuses: publicProcedure.query(() => {
    throw new DomainError("training_too_few_selfies", { have: 4, need: 5, leftOut: 0 });
  }),
  answersWrongly: publicProcedure.output(z.object({ count: z.number() })).query(
    // Safe to lie: the output's schema is what is tried.
    () => ({ count: secret }) as unknown as { count: number },
  ),
  takes: publicProcedure
    .input(z.strictObject({ brief: z.object({ words: z.string().min(3) }), outputs: z.int().max(4) }))
    .mutation(() => "taken"),
  private: subjectProcedure.query(({ ctx }) => ctx.caller.subjectId),
  feedBreaks: publicProcedure.subscription(async function* ({ ctx }) {
    yield* mappedFeed(failingFeed(new Error(secret)), ctx);
  }),
  feedRefuses: publicProcedure.subscription(async function* ({ ctx }) {
    yield* mappedFeed(failingFeed(new DomainError("not_found", { what: "generation" })), ctx);
  }),
});

describe("a failure on its way to the page", () => {
  let opened: TestDatabase;
  let server: TestStudio;
  const lines: string[] = [];

  beforeAll(async () => {
    opened = await createTestDatabase("pglite");
    server = await createTestStudio({ database: opened.database });
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await opened[Symbol.asyncDispose]();
  });

  async function ask(
    path: string,
    init: RequestInit = {},
    findAccess: Context["findAccess"] = async () => null,
  ) {
    lines.length = 0;
    const response = await fetchRequestHandler({
      endpoint: "/trpc",
      req: new Request(`http://studio.test/trpc/${path}`, init),
      router: testRouter,
      createContext: () => ({
        studio: server.studio,
        findAccess,
        requireStillAccess: () => Promise.resolve(),
        findSessionId: () => Promise.reject(new Error("There is no session")),
        address: "127.0.0.1",
        requestId,
        log: createLog("debug", { write: (line) => lines.push(line) }),
      }),
    });
    return { status: response.status, text: await response.text(), logged: lines.join("") };
  }

  const domainOf = (text: string): unknown => {
    // Safe: every failure has this shape; a different one fails the comparison.
    const body = JSON.parse(text) as { error?: { data?: { domain?: unknown } } };
    return body.error?.data?.domain;
  };
  const post = (body: string): RequestInit => ({
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });

  test("what nobody expected says nothing but the number of the request; the log says the rest", async () => {
    const { status, text, logged } = await ask("breaks");
    expect(status).toBe(500);
    expect(text).not.toContain("hunter2");
    expect(text).not.toContain("errors.test");
    expect(domainOf(text)).toEqual({
      code: "internal",
      message: "Something went wrong on our side.",
      fix: expect.stringContaining(requestId),
      field: null,
      details: { requestId },
    });
    expect(logged).toContain("hunter2");
  });

  test("an answer that is not what was promised is a mistake of ours, not of the caller's", async () => {
    const { status, text } = await ask("answersWrongly");
    expect(status).toBe(500);
    expect(text).not.toContain("hunter2");
    expect(domainOf(text)).toMatchObject({ code: "internal" });
  });

  test("a session that cannot be looked up fails with the request's number too", async () => {
    const { status, text, logged } = await ask("private", {}, () => Promise.reject(new Error(secret)));
    expect(status).toBe(500);
    expect(text).not.toContain("hunter2");
    expect(domainOf(text)).toMatchObject({ code: "internal", details: { requestId } });
    expect(logged).toContain("hunter2");
  });

  test("an expected failure comes with its code, its words, its fix and its details", async () => {
    const { status, text } = await ask("refuses");
    expect(status).toBe(412);
    expect(domainOf(text)).toEqual({
      code: "training_too_few_selfies",
      message: "There are 4 selfies; a training needs at least 5.",
      fix: expect.stringContaining("Add 1 more"),
      field: null,
      details: { have: 4, need: 5, leftOut: 0 },
    });
  });

  test("bad input names every field that is wrong", async () => {
    const { status, text } = await ask("takes", post('{"brief":{"words":"x"},"outputs":9,"more":1}'));
    expect(status).toBe(400);
    const domain = domainOf(text);
    expect(domain).toMatchObject({ code: "input_invalid", field: "brief.words" });
    expect(domain).toMatchObject({ message: expect.stringMatching(/brief\.words:.*outputs:.*more/) });
  });

  test.each([
    ["JSON that is cut off", post('{"brief":')],
    ["no JSON at all", post("hello")],
  ])("%s is refused as input that cannot be read", async (_what, init) => {
    const { status, text } = await ask("takes", init);
    expect(status).toBe(400);
    expect(domainOf(text)).toMatchObject({ code: "input_invalid" });
  });

  test("a change by GET is refused", async () => {
    const { status, text } = await ask("takes");
    expect(status).toBe(405);
    expect(domainOf(text)).toMatchObject({ code: "input_invalid" });
  });

  test("a procedure that is not there is not found", async () => {
    const { status, text } = await ask("nowhere");
    expect(status).toBe(404);
    expect(domainOf(text)).toMatchObject({ code: "not_found" });
  });

  test("without a session there is nobody to answer for", async () => {
    const { status, text } = await ask("private");
    expect(status).toBe(401);
    expect(domainOf(text)).toMatchObject({ code: "unauthenticated" });
  });

  test("an account that is being deleted is told so", async () => {
    const { status, text } = await ask("private", {}, () =>
      Promise.reject(new DomainError("account_closing", {})),
    );
    expect(status).toBe(403);
    expect(domainOf(text)).toMatchObject({ code: "account_closing" });
  });

  test.each([
    ["feedRefuses", "not_found"],
    ["feedBreaks", "internal"],
  ])("a live feed that fails on its way (%s) ends in the same words", async (path, code) => {
    const { text } = await ask(path, { headers: { accept: "text/event-stream" } });
    expect(text).toContain("data: 1");
    expect(text).toContain(`"code":"${code}"`);
    expect(text).not.toContain("hunter2");
  });
});

describe("the table of codes", () => {
  test("has one of tRPC's codes for every failure the studio expects", () => {
    expect(Object.keys(trpcCodes).toSorted()).toEqual(Object.keys(domainErrors).toSorted());
  });

  test("does not compile with one missing", () => {
    const { internal: _internal, ...lacking } = trpcCodes;
    // @ts-expect-error `internal` is missing
    const table: Record<DomainErrorCode, string> = lacking;
    expect(table).not.toHaveProperty("internal");
  });
});
