import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { type Ground, layGround } from "../processes/start-processes.ts";
import type { RunningProcess } from "../processes/start-process.ts";
import { watchFeed } from "../processes/watch-feed.ts";
import { providerList } from "../provider-list.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../ready-subject.ts";
import { type S3Server, startS3Server } from "../s3/start-s3-server.ts";
import { clientWith, postAuth, signIn, type SignedUp } from "../sign-up.ts";

const key = { accessKeyId: "AKIDSELFSAME", secretAccessKey: "a secret of the tests", region: "eu-north-1" };
/** A silent worker is found out after 15 seconds, by a look every 10; a busy machine needs a few more. */
const takenOver = { timeout: 60_000, interval: 100 } as const;

describe("two api processes and two workers, on one PostgreSQL and one bucket", { timeout: 120_000 }, () => {
  const disposal = new AsyncDisposableStack();
  let ground: Ground;
  let storage: S3Server;
  let apis: RunningProcess[];
  let workers: RunningProcess[];
  let person: SignedUp;

  beforeAll(async () => {
    storage = disposal.use(await startS3Server({ key, bucket: "pictures" }));
    ground = disposal.use(
      await layGround({
        settings: {
          S3_ENDPOINT: storage.url,
          S3_BUCKET: "pictures",
          S3_REGION: key.region,
          S3_ACCESS_KEY_ID: key.accessKeyId,
          S3_SECRET_ACCESS_KEY: key.secretAccessKey,
          S3_FORCE_PATH_STYLE: "true",
          S3_PREFIX: "studio/",
        },
      }),
    );
    [apis, workers] = await Promise.all([
      Promise.all([ground.start("api"), ground.start("api")]),
      Promise.all([ground.start("worker"), ground.start("worker", { DRAIN_SECONDS: "2" })]),
    ]);
    ground.balancer.use(apis.map(({ url }) => url));
    person = await signUpWithModel(ground.balancer.url);
  }, 120_000);
  afterAll(() => disposal.disposeAsync());

  const onApi = (index: number) => {
    const { url = "" } = apis[index] ?? {};
    return { url, api: clientWith(url, { authorization: `Bearer ${person.token}` }) };
  };
  const generateOn = async (index: number) => {
    const { id } = await onApi(index).api.generations.create.mutate({ brief: `at sea ${randomUUID()}` });
    return id;
  };
  const restart = async (processes: RunningProcess[], index: number) => {
    const again = await processes[index]?.restart();
    if (again !== undefined) processes[index] = disposal.use(again);
  };
  const paidFor = async (generationIds: readonly string[]) => {
    const rows = await query(
      "select prompt from generations where id = any($1::uuid[])",
      [generationIds],
      z.object({ prompt: z.string() }),
    );
    const prompts = new Set(rows.map(({ prompt }) => prompt));
    const predictions = await providerList(ground.simulator.url, "predictions");
    return predictions.filter(({ input }) => prompts.has(String(input?.["prompt"]))).length;
  };
  const query = async <T>(text: string, values: unknown[], row: z.ZodType<T>): Promise<T[]> => {
    const client = new pg.Client({ connectionString: ground.databaseUrl });
    await client.connect();
    try {
      return z.array(row).parse((await client.query(text, values)).rows);
    } finally {
      await client.end();
    }
  };

  /** How many generations' pictures the workers are copying now. */
  const storing = async () => {
    const active = "select id from pgboss.job where name = 'store-portraits' and state = 'active'";
    return (await query(active, [], z.object({ id: z.string() }))).length;
  };

  test("a page that watches on one goes on when that one is killed: it sees nothing twice and misses nothing", async () => {
    ground.balancer.use([onApi(0).url]);
    await using page = watchFeed(ground.balancer.url, { authorization: `Bearer ${person.token}` });
    await expect.poll(() => page.seen.length, patience).toBe(1);
    const before = await Promise.all([generateOn(1), generateOn(1)]);
    await expect.poll(() => page.seen.length, patience).toBeGreaterThan(2);

    await apis[0]?.kill("SIGKILL");
    ground.balancer.use([onApi(0).url, onApi(1).url]);
    const after = await Promise.all([generateOn(1), generateOn(1), generateOn(1)]);
    for (const id of [...before, ...after])
      expect(await untilGenerationEnds({ ...person, api: onApi(1).api }, id)).toMatchObject({
        status: "succeeded",
      });

    const latest = await query(
      "select max(position) as position from subject_events where entity_id = any($1::uuid[]) group by entity_id",
      [[...before, ...after]],
      z.object({ position: z.coerce.number() }),
    );
    expect(latest).toHaveLength(5);
    const positions = () => page.seen.map(({ id }) => Number(id));
    await expect
      .poll(() => latest.every(({ position }) => positions().includes(position)), patience)
      .toBe(true);
    // Strictly rising: nothing twice, and nothing after what came later.
    expect(positions()).toEqual([...new Set(positions())].toSorted((a, b) => a - b));
    expect(page.connections()).toBeGreaterThan(1);
    await restart(apis, 0);
  });

  test("what a killed worker had begun is finished by another, and paid once", async () => {
    storage.failAlways("PUT", "no-answer");
    // As many as both workers take at once, so that the one that dies is certain to hold some.
    const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => generateOn(index % 2)));
    const hanging = () =>
      storage.answered.filter(({ method, target }) => method === "PUT" && target.includes("/portraits/"))
        .length;
    const from = hanging();
    await expect.poll(hanging, patience).toBeGreaterThanOrEqual(from + 5);
    await workers[0]?.kill("SIGKILL");
    const killedAt = performance.now();
    storage.failAlways("PUT", null);

    const ended = await vi.waitFor(async () => {
      const all = await Promise.all(
        ids.map((generationId) => onApi(1).api.generations.get.query({ generationId })),
      );
      if (all.some(({ endedAt }) => endedAt === null)) throw new Error("still storing");
      return all;
    }, takenOver);
    expect(ended.map(({ status }) => status)).toEqual(ids.map(() => "succeeded"));
    expect(performance.now() - killedAt).toBeLessThan(takenOver.timeout);
    expect(await paidFor(ids)).toBe(8);
    const { portraits } = await onApi(0).api.gallery.list.query({ limit: 8 });
    const picture = await fetch(`${onApi(1).url}/images/portraits/${portraits[0]?.id ?? ""}/original`, {
      headers: { authorization: `Bearer ${person.token}` },
    });
    expect(picture.status).toBe(200);
    // Nothing but what was not there yet, or held back on purpose: every signature was good.
    const refused = storage.answered.map(({ code }) => code ?? "none");
    expect(refused.filter((code) => !["none", "NoSuchKey", "SlowDown"].includes(code))).toEqual([]);
    await restart(workers, 0);
  });

  test("a worker that is asked to stop hands back in time what it cannot finish, and ends in order", async () => {
    storage.failAlways("PUT", "no-answer");
    const ids = await Promise.all(Array.from({ length: 8 }, (_, index) => generateOn(index % 2)));
    await expect.poll(storing, patience).toBe(8);
    const from = performance.now();
    const end = await workers[1]?.kill("SIGTERM");
    expect(end).toEqual({ code: 0, signal: null });
    expect(performance.now() - from).toBeLessThan(8_000);
    storage.failAlways("PUT", null);
    for (const id of ids)
      expect(await untilGenerationEnds(person, id)).toMatchObject({ status: "succeeded" });
    expect(await paidFor(ids)).toBe(8);
    await restart(workers, 1);
  });

  test("whoever signs in on one is signed in on the other, and out on both after signing out on one", async () => {
    const signedIn = await signIn(onApi(0).url, person);
    const on = (index: number) => clientWith(onApi(index).url, { authorization: `Bearer ${signedIn.token}` });
    const [first, second] = await Promise.all([on(0).account.get.query(), on(1).account.get.query()]);
    expect(second).toEqual(first);
    const { url } = onApi(1);
    const out = await postAuth(
      url,
      "sign-out",
      {},
      { origin: url, authorization: `Bearer ${signedIn.token}` },
    );
    expect(out.status).toBe(200);
    await expect(on(0).account.get.query()).rejects.toThrow(/sign/i);
    expect((await onApi(0).api.account.get.query()).id).toBe(first.id);
  });
});
