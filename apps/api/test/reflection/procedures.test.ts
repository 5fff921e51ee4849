import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { appRouter } from "../../src/trpc/router.ts";
import { createTestStudio, type TestStudio } from "../create-test-studio.ts";
import { describeOnBothDatabases } from "../describe-on-both-databases.ts";
import { signUp, type SignedUp, signUpWithConsent } from "../sign-up.ts";
import { type Answer, answerOf, ask, type ProcedureKind, refusalIn, type Session } from "./ask.ts";
import { deepJson, junkInputs, junkValues, longText, neverTaken, tooLargeText } from "./junk.ts";
import { type ProcedureCase, procedureCases } from "./procedure-cases.ts";
import { rowsOf } from "./rows-of.ts";
import { nobodysThings, type Owner, signUpOwner } from "./things.ts";

/** The router's own list: paths, what each is, and how many inputs it takes. */
const reflected = z
  .record(
    z.string(),
    z.custom<{ readonly _def: { readonly type: ProcedureKind; readonly inputs: readonly unknown[] } }>(
      (procedure) => typeof procedure === "function" && "_def" in procedure,
    ),
  )
  .parse(appRouter._def.procedures);
const kinds = new Map(Object.entries(reflected).map(([path, { _def }]) => [path, _def.type]));
const longestRefusal = 2_000;
/** Two people go the whole way first, trainings and all; on a busy machine that takes its time. */
const untilOwnersAreReadyMs = 180_000;
const howToAdd =
  "add one line for it to test/reflection/procedure-cases.ts: its path, and an input that it takes, naming every id it can be given";

/** Every procedure that has a case, with what it is. */
const cases = Object.entries(procedureCases).map(([path, given]) => ({
  path,
  kind: kinds.get(path) ?? ("query" as const),
  given,
  fields: fieldsOf(given),
}));
const forSubjects = cases.filter(({ given }) => given.openTo === "subjects");
const withFields = cases.filter(({ fields }) => fields.length > 0);
const naming = cases.filter(({ fields }) => fields.some(({ named }) => named));
const namingNothing = cases.filter(({ fields }) => fields.every(({ named }) => !named));

/** The fields of an input, and whether each one names a thing of somebody's. */
function fieldsOf({ input }: ProcedureCase): { name: string; value: unknown; named: boolean }[] {
  const [one, other] = [input?.(nobodysThings()), input?.(nobodysThings())];
  if (!isFields(one) || !isFields(other)) return [];
  return Object.entries(one).map(([name, value]) => ({ name, value, named: other[name] !== value }));
}

function isFields(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !(input instanceof FormData);
}

/** An answer without what differs from one request to the next: ids, moments, numbers of requests. */
const withoutIds = ({ status, text }: Answer): Answer => ({
  status,
  text: text
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, "<id>")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "<moment>"),
});

describe("the suite", () => {
  test.each([...kinds.keys()])("has a case for %s", (path) => {
    const found = Object.hasOwn(procedureCases, path) ? "a case" : `none: ${howToAdd}`;
    expect(`${path} has ${found}`).toBe(`${path} has a case`);
  });

  test("has no case for a procedure that is not there", () => {
    expect(Object.keys(procedureCases).filter((path) => !kinds.has(path))).toEqual([]);
  });

  test.each(cases)("gives $path an input exactly when it takes one", ({ path, given }) => {
    const inputs = reflected[path]?._def.inputs ?? [];
    const wanted = inputs.length > 0 ? "an input" : "no input";
    expect(`${path} is given ${given.input === undefined ? "no input" : "an input"}`).toBe(
      `${path} is given ${wanted}`,
    );
  });
});

describeOnBothDatabases("every procedure", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let owner: Owner;
  let stranger: Owner;
  /** Sends only what is refused, so that a change of its rows is always a mistake. */
  let careless: SignedUp;
  let carelessId: string;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    [owner, stranger] = await Promise.all([signUpOwner(server), signUpOwner(server)]);
    careless = await signUpWithConsent(server.url);
    carelessId = (await careless.api.account.get.query()).id;
  }, untilOwnersAreReadyMs);
  afterAll(() => disposal.disposeAsync());

  const sessionOf = ({ token }: SignedUp): Session => ({ authorization: `Bearer ${token}` });
  const owned = () => rowsOf(server.database, owner.things.subjectId);

  const expectNothingOf = ({ marks }: Owner, { text }: Answer) => {
    expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
  };

  describe("with a second account's ids", () => {
    test.each(naming)("$path answers as for ids that do not exist", async ({ path, kind, given }) => {
      const before = await owned();
      const session = sessionOf(stranger.person);
      const forOwners = await ask(server.url, [path, kind], given.input?.(owner.things), session);
      const forNobodys = await ask(server.url, [path, kind], given.input?.(nobodysThings()), session);
      expect(withoutIds(forOwners)).toEqual(withoutIds(forNobodys));
      expectNothingOf(owner, forOwners);
      expect(await owned()).toEqual(before);
    });

    test.each(namingNothing)("$path tells and changes nothing of it", async ({ path, kind, given }) => {
      const before = await owned();
      // What ends an account, or changes what it can do, is done with one made for it.
      const { person } = kind === "mutation" ? { person: await signUp(server.url) } : stranger;
      const answer = await ask(server.url, [path, kind], given.input?.(owner.things), sessionOf(person));
      expectNothingOf(owner, answer);
      expect(await owned()).toEqual(before);
    });
  });

  test.each(cases.filter(({ kind }) => kind === "subscription"))(
    "$path tells one account nothing of what happens to another",
    async ({ path, given }) => {
      const address = new URL(`/trpc/${path}`, server.url);
      address.searchParams.set("input", JSON.stringify(given.input?.(owner.things)));
      const stop = new AbortController();
      const headers = { ...sessionOf(stranger.person), accept: "text/event-stream" };
      const feed = await fetch(address, { headers, signal: stop.signal });
      const keep = ({ person, things: { portraitId } }: Owner) =>
        person.api.gallery.keep.mutate({ portraitId, kept: true });
      await keep(owner);
      await keep(stranger);
      let text = "";
      for await (const part of feed.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += part;
        if (text.includes(stranger.things.portraitId)) break;
      }
      stop.abort();
      expect(text).toContain(stranger.things.portraitId);
      expectNothingOf(owner, { status: feed.status, text });
    },
  );

  test.each(cases.filter(({ kind }) => kind === "mutation"))(
    "$path is refused to another site's page in a browser that is signed in",
    async ({ path, kind, given }) => {
      const before = await owned();
      for (const sent of [
        { origin: "https://elsewhere.example" },
        { origin: "null" },
        { "sec-fetch-site": "cross-site" },
      ]) {
        const session = { ...sent, cookie: owner.person.cookie };
        const answer = await ask(server.url, [path, kind], given.input?.(owner.things), session);
        expect(refusalIn(answer)).toMatchObject({ code: "origin_refused" });
      }
      expect(await owned()).toEqual(before);
    },
  );

  describe("without an account", () => {
    test.each(forSubjects)("$path knows nobody, whatever is asked", async ({ path, kind, given }) => {
      const before = await owned();
      const sessions: Session[] = [
        {},
        { authorization: `Bearer ${"a".repeat(32)}` },
        { authorization: `Bearer ${owner.person.token}.` },
        { cookie: `selfsame.session_token=${owner.person.token}` },
      ];
      const inputs = [given.input?.(owner.things), given.input?.(nobodysThings()), undefined];
      for (const session of sessions) {
        for (const input of inputs) {
          const answer = await ask(server.url, [path, kind], input, session);
          expect(answer.status).toBe(401);
          expect(refusalIn(answer)).toMatchObject({ code: "unauthenticated" });
        }
      }
      expect(await owned()).toEqual(before);
    });

    test.each(cases.filter(({ given }) => given.openTo === "anybody"))(
      "$path answers everybody alike",
      async ({ path, kind, given }) => {
        const things = nobodysThings();
        const [nobody, signedIn] = [
          await ask(server.url, [path, kind], given.input?.(things)),
          await ask(server.url, [path, kind], given.input?.(things), sessionOf(owner.person)),
        ];
        expect(nobody.status).toBe(given.toAnybody ?? 200);
        expect(signedIn).toEqual(nobody);
      },
    );
  });

  describe("with malformed input", () => {
    const session = () => sessionOf(careless);
    const rowsOfCareless = () => rowsOf(server.database, carelessId);

    test.each(cases.filter(({ given }) => given.input !== undefined))(
      "$path refuses what is no input of it, and does nothing",
      async ({ path, kind }) => {
        const before = await rowsOfCareless();
        for (const junk of junkInputs) {
          const answer = await ask(server.url, [path, kind], junk, session());
          expect({ junk, status: answer.status, code: refusalIn(answer)?.code }).toEqual({
            junk,
            status: 400,
            code: "input_invalid",
          });
        }
        expect(await rowsOfCareless()).toEqual(before);
      },
    );

    test.each(withFields)("$path names the field that is wrong", async ({ path, kind, given, fields }) => {
      const before = await rowsOfCareless();
      for (const { name } of fields) {
        const input = { ...Object(given.input?.(nobodysThings())), [name]: neverTaken };
        const refusal = refusalIn(await ask(server.url, [path, kind], input, session()));
        // Of a field that has parts, the part is named.
        const field = refusal?.field?.split(".")[0];
        expect({ ...refusal, field }).toEqual({ code: "input_invalid", field: name });
      }
      expect(await rowsOfCareless()).toEqual(before);
    });

    test.each(withFields)("$path refuses a field it does not know", async ({ path, kind, given }) => {
      const before = await owned();
      for (const name of ["subjectId", "userId", "model", "version", "trigger", "webhook"]) {
        const input = { ...Object(given.input?.(nobodysThings())), [name]: owner.things.subjectId };
        const answer = await ask(server.url, [path, kind], input, session());
        expect({ name, code: refusalIn(answer)?.code }).toEqual({ name, code: "input_invalid" });
      }
      expect(await owned()).toEqual(before);
    });

    test.each(withFields)("$path survives odd values in any field", async ({ path, kind, given, fields }) => {
      // Some are taken as free text: with an account of their own they change nothing that others look at.
      const odd = sessionOf(await signUp(server.url));
      const failed: unknown[] = [];
      for (const { name, value } of fields) {
        for (const junk of junkValues.filter((other) => other !== value)) {
          const input = { ...Object(given.input?.(nobodysThings())), [name]: junk };
          const answer = await ask(server.url, [path, kind], input, odd);
          if (answer.status >= 500) failed.push({ name, junk });
        }
      }
      expect(failed).toEqual([]);
    });

    test.each(cases.filter(({ given }) => given.input === undefined))(
      "$path, which takes none, lets it be",
      async ({ path, kind }) => {
        const odd = sessionOf(await signUp(server.url));
        const failed: string[] = [];
        for (const junk of junkInputs)
          if ((await ask(server.url, [path, kind], junk, odd)).status >= 500) failed.push(junk);
        expect(failed).toEqual([]);
      },
    );
  });

  describe("with enormous input", () => {
    const session = () => sessionOf(careless);
    const post = (path: string, body: string | FormData) =>
      answerOf(new URL(`/trpc/${path}`, server.url), {
        method: "POST",
        headers: {
          ...session(),
          ...(typeof body === "string" ? { "content-type": "application/json" } : {}),
        },
        body,
      });

    test.each(cases)("$path does not take it in", async ({ path }) => {
      const answer = await post(path, JSON.stringify({ brief: tooLargeText }));
      expect(answer.status).toBe(413);
      expect(refusalIn(answer)).toMatchObject({ code: "input_invalid" });
    });

    test.each(cases)("$path does not take in an enormous address", async ({ path }) => {
      const address = new URL(`/trpc/${path}?input=${"a".repeat(100_000)}`, server.url);
      expect((await answerOf(address, { headers: session() })).status).toBe(431);
    });

    // A feed's input is part of its address; all others may come by POST, as long as any call.
    test.each(withFields.filter(({ kind }) => kind !== "subscription"))(
      "$path refuses it in any field, without saying it all again",
      async ({ path, given, fields }) => {
        const before = await rowsOf(server.database, carelessId);
        for (const { name } of fields) {
          const input = { ...Object(given.input?.(nobodysThings())), [name]: longText };
          const answer = await post(path, JSON.stringify(input));
          expect({ name, status: answer.status }).toEqual({ name, status: 400 });
          expect(refusalIn(answer)).toBeDefined();
          expect(answer.text.length).toBeLessThan(longestRefusal);
        }
        expect(await rowsOf(server.database, carelessId)).toEqual(before);
      },
    );

    test("a batch of more calls than any page makes is refused", async () => {
      const paths = Array.from({ length: 500 }, () => "studio.get").join(",");
      expect((await answerOf(new URL(`/trpc/${paths}?batch=1`, server.url), {})).status).toBe(400);
    });

    test.each(cases)("$path survives nesting without end", async ({ path }) => {
      const person = await signUp(server.url);
      const answer = await answerOf(new URL(`/trpc/${path}`, server.url), {
        method: "POST",
        headers: { ...sessionOf(person), "content-type": "application/json" },
        body: deepJson,
      });
      expect(answer.status).toBeLessThan(500);
    });
  });

  describe("for the owner of the ids", () => {
    let spender: Owner;
    beforeAll(async () => {
      spender = await signUpOwner(server);
    });

    // A place in a list is no thing of anybody's: it reads the same in every hand.
    test.each(naming.filter(({ fields }) => fields.some(({ name, named }) => named && name !== "cursor")))(
      "$path finds what it names",
      async ({ path, kind, given }) => {
        const session = sessionOf(spender.person);
        const own = await ask(server.url, [path, kind], given.input?.(spender.things), session);
        const nobodys = await ask(server.url, [path, kind], given.input?.(nobodysThings()), session);
        expect(withoutIds(own)).not.toEqual(withoutIds(nobodys));
        expect(refusalIn(own)?.code).not.toBe("not_found");
      },
    );
  });
});
