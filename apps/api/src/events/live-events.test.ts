import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { insertPerson } from "../../test/insert-person.ts";
import { liveFeed } from "../../test/live-feed.ts";
import { photo } from "../../test/photo.ts";
import { signUp, signUpWithConsent } from "../../test/sign-up.ts";
import type { Caller } from "../studio/caller.ts";
import { appendEvent } from "./event.store.ts";
import { liveEvents } from "./live-events.ts";

const never = new AbortController().signal;

describeOnBothDatabases("live events", (open, kind) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
  });
  afterAll(() => disposal.disposeAsync());

  /** Something happens to another thing of the subject's each time, so that each is told by itself. */
  const happen = (caller: Caller, betweenMs = 0) =>
    server.studio.actingAs(caller.subjectId, async (tx) => {
      await appendEvent(tx, caller.subjectId, {
        type: "portrait",
        entityId: server.studio.identifiers.next(),
        at: new Date(),
      });
      if (betweenMs > 0) await pause(betweenMs);
    });

  /** Reads positions from a feed: `connected` first, then as many as are asked for. */
  const positionsAfter = async (caller: Caller, after: number | null, count: number) => {
    const stop = new AbortController();
    const seen: number[] = [];
    for await (const { position, event } of liveEvents(server.studio, caller, {
      after,
      signal: stop.signal,
    })) {
      if (event.type !== "connected") seen.push(position);
      if (seen.length >= count) break;
    }
    stop.abort();
    return seen;
  };
  const upTo = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => from + index + 1);

  test("positions have no gap, and a reader meets them in their order, whoever writes at once", async () => {
    const caller = await insertPerson(server.database);
    const reading = positionsAfter(caller, 0, 40);
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let count = 0; count < 5; count += 1) await happen(caller, kind === "postgres" ? writer % 3 : 0);
      }),
    );
    expect(await reading).toEqual(upTo(0, 40));
  });

  test("an event of a transaction that is taken back leaves no gap", async () => {
    const caller = await insertPerson(server.database);
    await happen(caller);
    const takenBack = server.studio.actingAs(caller.subjectId, async (tx) => {
      await appendEvent(tx, caller.subjectId, {
        type: "selfies",
        entityId: caller.subjectId,
        at: new Date(),
      });
      throw new Error("taken back");
    });
    await expect(takenBack).rejects.toThrow("taken back");
    await happen(caller);
    expect(await positionsAfter(caller, 0, 2)).toEqual([1, 2]);
  });

  test("a reader that is cut off anywhere, any number of times, misses nothing and sees nothing twice", async () => {
    const caller = await insertPerson(server.database);
    const total = 25;
    for (let count = 0; count < total; count += 1) await happen(caller);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }), async (cuts) => {
        const seen: number[] = [];
        for (const count of [...cuts, total]) {
          const left = total - seen.length;
          if (left > 0) seen.push(...(await positionsAfter(caller, seen.at(-1) ?? 0, Math.min(count, left))));
        }
        expect(seen).toEqual(upTo(0, total));
      }),
      { numRuns: 15 },
    );
  });

  test("of several changes of one thing only the last is told", async () => {
    const caller = await insertPerson(server.database);
    for (let count = 0; count < 3; count += 1)
      await server.studio.actingAs(caller.subjectId, (tx) =>
        appendEvent(tx, caller.subjectId, { type: "selfies", entityId: caller.subjectId, at: new Date() }),
      );
    expect(await positionsAfter(caller, 0, 1)).toEqual([3]);
  });

  test("a reader without a position starts now, and knows from where", async () => {
    const caller = await insertPerson(server.database);
    await happen(caller);
    const feed = liveEvents(server.studio, caller, { after: null, signal: never });
    expect((await feed.next()).value).toEqual({ position: 1, event: { type: "connected" } });
    const next = feed.next();
    await happen(caller);
    expect((await next).value).toMatchObject({ position: 2 });
    await feed.return(undefined);
  });

  test("a reader whose position is ahead of everything, as after a restored backup, hears of the next event", async () => {
    const caller = await insertPerson(server.database);
    await happen(caller);
    const feed = liveEvents(server.studio, caller, { after: 1_000, signal: never });
    expect((await feed.next()).value).toEqual({ position: 1, event: { type: "connected" } });
    const next = feed.next();
    await happen(caller);
    expect((await next).value).toMatchObject({ position: 2 });
    await feed.return(undefined);
  });

  test("two readers hear the same, and neither hears of somebody else", async () => {
    const [caller, other] = [await insertPerson(server.database), await insertPerson(server.database)];
    const readings = [positionsAfter(caller, 0, 3), positionsAfter(caller, 0, 3)];
    for (let count = 0; count < 3; count += 1) {
      await happen(other);
      await happen(caller);
    }
    expect(await Promise.all(readings)).toEqual([upTo(0, 3), upTo(0, 3)]);
  });

  test("a reader that goes away while it waits is let go of", async () => {
    const caller = await insertPerson(server.database);
    let listening = 0;
    const studio = {
      ...server.studio,
      wakeUps: {
        ...server.studio.wakeUps,
        subscribe: (subjectId: string, onHint: () => void) => {
          listening += 1;
          const stop = server.studio.wakeUps.subscribe(subjectId, onHint);
          return () => {
            listening -= 1;
            stop();
          };
        },
      },
    };
    const stop = new AbortController();
    const feed = liveEvents(studio, caller, { after: null, signal: stop.signal });
    await feed.next();
    const waiting = feed.next();
    expect(listening).toBe(1);
    stop.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(listening).toBe(0);
  });

  test("a hint that is lost only delays", { timeout: 15_000 }, async () => {
    const caller = await insertPerson(server.database);
    const deaf = { ...server.studio, wakeUps: { ...server.studio.wakeUps, subscribe: () => () => {} } };
    const feed = liveEvents(deaf, caller, { after: null, signal: never });
    await feed.next();
    const next = feed.next();
    await happen(caller);
    expect((await next).value).toMatchObject({ position: 1 });
    await feed.return(undefined);
  });

  test("over HTTP, a page that reconnects with the last id it saw goes on from there", async () => {
    const person = await signUpWithConsent(server.url);
    const headers = { cookie: person.cookie };
    const stop = new AbortController();
    const feed = liveFeed(server.url, headers, { after: null, signal: stop.signal });
    const next = async () => {
      for (;;) {
        const step = await feed.next();
        if (step.done === true) return undefined;
        if (step.value.name === "message") return step.value;
      }
    };
    const connected = await next();
    expect(connected).toMatchObject({ id: "1", data: { type: "connected" } });
    await person.api.selfies.add.mutate(await photo("one.jpg"));
    expect(await next()).toMatchObject({ id: "2", data: { type: "selfies" } });
    stop.abort();
    await feed.return(undefined).catch(() => undefined);

    await person.api.selfies.add.mutate(await photo("two.jpg"));
    const again = new AbortController();
    const seen: (string | null)[] = [];
    for await (const { id, name } of liveFeed(server.url, headers, { after: "2", signal: again.signal })) {
      if (name === "message") seen.push(id);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual(["2", "3"]);
  });

  /** The failure that a feed ends with. */
  const failureOf = async (headers: Readonly<Record<string, string>>, after: string | null) => {
    for await (const { name, data } of liveFeed(server.url, headers, { after, signal: never }))
      if (name === "serialized-error") return data;
    throw new Error("The feed ended without a failure");
  };

  test("over HTTP, a feed without a session is refused in the studio's words", async () => {
    expect(await failureOf({}, null)).toMatchObject({ data: { domain: { code: "unauthenticated" } } });
  });

  test("over HTTP, what is no position is refused as such", async () => {
    const { cookie } = await signUp(server.url);
    for (const after of ["nonsense", "-1", "1.5"])
      expect(await failureOf({ cookie }, after)).toMatchObject({
        data: { domain: { code: "input_invalid", field: "lastEventId" } },
      });
  });
});

test("an open feed does not keep a server from stopping", { timeout: 30_000 }, async () => {
  await using opened = await createTestDatabase("pglite");
  const server = await createTestStudio({ database: opened.database });
  const { cookie } = await signUp(server.url);
  const feed = liveFeed(server.url, { cookie }, { after: null, signal: never });
  await feed.next();
  const untilTheEnd = async () => {
    while ((await feed.next()).done !== true);
  };
  const rest = untilTheEnd().then(
    () => "ended",
    () => "cut",
  );
  await server[Symbol.asyncDispose]();
  expect(await rest).toMatch(/ended|cut/);
});
