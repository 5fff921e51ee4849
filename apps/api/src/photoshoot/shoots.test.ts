import { randomUUID } from "node:crypto";
import { verifyRecipe } from "@selfsame/flux-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { patience, signUpWithModel } from "../../test/ready-subject.ts";
import { type SignedUp, signUp } from "../../test/sign-up.ts";
import { secureIdentifiers } from "../identifiers/identifiers.ts";
import { readZipEntries } from "../images/read-zip-entries.ts";
import { deriveTakeSeed } from "./derive-take-seed.ts";
import { plainWalls } from "./collections/plain-walls.ts";
import { renderShot } from "./render-shot.ts";

const collectionId = plainWalls.id;
const chosen = plainWalls.shots.slice(0, 3).map(({ id }) => id);

describeOnBothDatabases("a shoot", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let person: SignedUp;
  /** Ids run out after so many: what is under way then fails as if the process had died there. */
  let idsLeft = Number.POSITIVE_INFINITY;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(
      await createTestStudio({
        database,
        identifiers: {
          ...secureIdentifiers,
          next: () => {
            idsLeft -= 1;
            if (idsLeft < 0) throw new Error("the process died here");
            return secureIdentifiers.next();
          },
        },
      }),
    );
    person = await signUpWithModel(server.url);
  });
  afterAll(() => disposal.disposeAsync());

  const start = (over: object = {}) =>
    person.api.photoshoot.start.mutate({
      collectionId,
      shotIds: chosen,
      idempotencyKey: randomUUID(),
      ...over,
    });
  const untilEnded = (shootId: string, whose = person) =>
    vi.waitFor(async () => {
      const shoot = await whose.api.photoshoot.get.query({ shootId });
      if (shoot.endedAt === null) throw new Error(`${shoot.progress.openShots} shots are open`);
      return shoot;
    }, patience);
  const counts = async () => {
    const { rows } = await server.database.executeSql(
      `select (select count(*)::int from shoots) as shoots, (select count(*)::int from shoot_shots) as shots,
        (select count(*)::int from shoot_takes) as takes, (select count(*)::int from generations) as generations,
        (select count(*)::int from credit_entries) as entries`,
    );
    return rows[0];
  };

  test("is made whole: each shot a generation of its own brief, expression and derived seed, paid for together", async () => {
    const before = await person.api.credits.balance.query();
    const shoot = await start({ outputs: 2 });
    expect(shoot).toMatchObject({
      collectionId,
      title: plainWalls.title,
      outputs: 2,
      preset: { id: "natural-expression" },
      progress: { asked: 6 },
    });
    expect(shoot.shots.map(({ shot }) => shot)).toEqual(plainWalls.shots.slice(0, 3));
    for (const [position, { shot, generation }] of shoot.shots.entries()) {
      const { brief, expression } = renderShot(shot);
      expect(generation).toMatchObject({
        service: "photoshoot",
        enhancement: "none",
        brief,
        expression,
        outputs: 2,
        seed: deriveTakeSeed(shoot.seed, { position, take: 0 }),
      });
    }
    const ended = await untilEnded(shoot.id);
    expect(ended.progress).toEqual({ asked: 6, ready: 6, openShots: 0 });
    const after = await person.api.credits.balance.query();
    expect(before.available - after.available).toBe(6);
  });

  test("is the same shoot again for the same key, also when asked for twice at once", async () => {
    const idempotencyKey = randomUUID();
    const [one, other] = await Promise.all([start({ idempotencyKey }), start({ idempotencyKey })]);
    expect(other.id).toBe(one.id);
    expect((await start({ idempotencyKey })).id).toBe(one.id);
    await untilEnded(one.id);
  });

  test("that cannot be paid for whole is refused whole, and names the whole price", async () => {
    const { available } = await person.api.credits.balance.query();
    await person.api.credits.setMonthlyCap.mutate({ cap: null });
    const before = await counts();
    const { spent } = await person.api.credits.spending.query();
    await person.api.credits.setMonthlyCap.mutate({ cap: spent + 2 });
    const refused = await domainErrorOf(start());
    await person.api.credits.setMonthlyCap.mutate({ cap: null });
    expect(refused).toMatchObject({ code: "monthly_cap_reached", details: { need: 3 } });
    expect(await counts()).toEqual(before);
    expect((await person.api.credits.balance.query()).available).toBe(available);
  });

  test.each([1, 3, 5, 8])("that dies after %i of its rows leaves nothing of it", async (rows) => {
    const before = await counts();
    const idempotencyKey = randomUUID();
    idsLeft = rows;
    const died = await domainErrorOf(start({ idempotencyKey })).finally(() => {
      idsLeft = Number.POSITIVE_INFINITY;
    });
    expect(died).toMatchObject({ code: "internal" });
    expect(await counts()).toEqual(before);
    // Asked for again, it is whole.
    const shoot = await start({ idempotencyKey });
    expect(shoot.shots).toHaveLength(3);
    await untilEnded(shoot.id);
  });

  test("knows no shot that its collection does not have, no collection that is not there, and no unknown preset", async () => {
    const before = await counts();
    for (const over of [
      { shotIds: [...chosen, "nowhere"] },
      { collectionId: "nowhere" },
      { collectionId: randomUUID() },
    ])
      expect(await domainErrorOf(start(over))).toMatchObject({ code: "not_found" });
    expect(await domainErrorOf(start({ presetId: "nowhere" }))).toMatchObject({ code: "preset_unknown" });
    expect(await counts()).toEqual(before);
  });

  test("is not to be had before there is a model, and says so before it speaks of credits", async () => {
    const newcomer = await signUp(server.url);
    const refused = await domainErrorOf(
      newcomer.api.photoshoot.start.mutate({ collectionId, idempotencyKey: randomUUID() }),
    );
    expect(refused).toMatchObject({ code: "consent_missing" });
  });

  test("takes a shot again with another seed, keeps the earlier take, and not while one is under way", async () => {
    const shoot = await start({ shotIds: chosen.slice(0, 1) });
    await untilEnded(shoot.id);
    const [shot] = shoot.shots;
    if (shot === undefined) throw new Error("the shoot has no shot");
    const idempotencyKey = randomUUID();
    const again = await person.api.photoshoot.retake.mutate({ shotId: shot.id, idempotencyKey });
    const repeated = await person.api.photoshoot.retake.mutate({ shotId: shot.id, idempotencyKey });
    expect(repeated.shots[0]).toMatchObject({ takes: 2, generation: { id: again.shots[0]?.generation?.id } });
    expect(again.shots[0]?.generation?.seed).toBe(deriveTakeSeed(shoot.seed, { position: 0, take: 1 }));
    const ended = await untilEnded(shoot.id);
    expect(ended.shots[0]?.earlier).toHaveLength(1);
    expect(ended.shots[0]?.generation?.portraits).toHaveLength(1);
  });

  test("tells its pages of its start, and of each portrait", async () => {
    const stop = new AbortController();
    const response = await fetch(new URL("/trpc/events.live", server.url), {
      headers: { authorization: `Bearer ${person.token}`, accept: "text/event-stream" },
      signal: stop.signal,
    });
    const { id } = await start();
    let text = "";
    for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part;
      if (text.includes(`"shoot":{"id":"${id}"`) && text.includes('"status":"succeeded"')) break;
    }
    stop.abort();
    expect(text).toContain(`"type":"shoot","shoot":{"id":"${id}"`);
    await untilEnded(id);
  });

  describe("to take away", () => {
    let shootId: string;
    beforeAll(async () => {
      shootId = (await start()).id;
      await untilEnded(shootId);
    });

    test("has a contact sheet of its portraits that says in its pixels and its metadata that they are simulated", async () => {
      const response = await person.fetch(`/images/shoots/${shootId}/contact-sheet`);
      expect(response.status).toBe(200);
      const bytes = Buffer.from(await response.arrayBuffer());
      const { width, height, format, exif } = await sharp(bytes).metadata();
      expect(format).toBe("jpeg");
      expect(exif?.toString("latin1")).toContain(`SIMULATED. ${plainWalls.title}`);
      // Paper all round, but for the mark in the lower left corner.
      const corner = async (left: number) => {
        const cut = sharp(bytes).extract({ left, top: height - 60, width: 300, height: 44 });
        // Of what was cut out: a pipeline's own statistics are of its input.
        return (await sharp(await cut.png().toBuffer()).stats()).channels[0]?.stdev ?? 0;
      };
      expect(await corner(40)).toBeGreaterThan(20);
      expect(await corner(width - 340)).toBeLessThan(3);
    });

    test("is one zip with every portrait, marked as generated, its sealed recipe, and the sheet", async () => {
      const response = await person.fetch(`/images/shoots/${shootId}/zip`);
      expect(response.headers.get("content-disposition")).toMatch(/filename="[a-z-]+-\d{4}-\d\d-\d\d\.zip"/);
      const entries = await readZipEntries(Buffer.from(await response.arrayBuffer()));
      const names = entries.map(({ name }) => name);
      expect(names).toEqual([
        ...chosen.flatMap((id, at) => [`0${at + 1}-${id}-1.png`, `0${at + 1}-${id}-1.recipe.json`]),
        "contact-sheet.jpg",
      ]);
      const pictures = entries.filter(({ name }) => name.endsWith(".png"));
      expect(pictures).toHaveLength(chosen.length);
      for (const { bytes } of pictures) expect(String(bytes)).toContain("trainedAlgorithmicMedia");
      const recipe = entries.find(({ name }) => name.endsWith(".recipe.json"));
      expect(verifyRecipe(JSON.parse(String(recipe?.bytes))).ok).toBe(true);
    });

    test("is nobody else's", async () => {
      const stranger = await signUp(server.url);
      for (const what of ["contact-sheet", "zip"]) {
        const response = await stranger.fetch(`/images/shoots/${shootId}/${what}`);
        expect([response.status, await response.text()]).toEqual([404, ""]);
      }
    });
  });

  test("is cancelled by the shot or as a whole, and gives back what was not made", async () => {
    const before = await person.api.credits.balance.query();
    server.simulator.faults.add({ kind: "stuck-in-starting", job: "prediction", times: chosen.length });
    const { id: shootId, shots } = await start();
    await vi.waitFor(async () => {
      const shoot = await person.api.photoshoot.get.query({ shootId });
      const waiting = shoot.shots.filter(({ generation }) => generation?.status === "queued");
      if (waiting.length > 0) throw new Error(`${waiting.length} are not sent yet`);
    }, patience);

    await person.api.photoshoot.cancel.mutate({ shootId, shotId: shots[0]?.id ?? "" });
    const one = await vi.waitFor(async () => {
      const shoot = await person.api.photoshoot.get.query({ shootId });
      if (shoot.progress.openShots === chosen.length) throw new Error("All are still open");
      return shoot;
    }, patience);
    expect(one.shots.map(({ generation }) => generation?.status === "canceled")).toEqual([
      true,
      false,
      false,
    ]);

    await person.api.photoshoot.cancel.mutate({ shootId });
    const ended = await untilEnded(shootId);
    expect(ended.shots.map(({ generation }) => generation?.status)).toEqual(chosen.map(() => "canceled"));
    expect(await person.api.credits.balance.query()).toEqual(before);
  });

  test("counts as had: each shot of the collection with its newest portrait, and the shoots are listed", async () => {
    const { id } = await start();
    const { shots } = await untilEnded(id);
    const newest = shots.map(
      ({ shot, generation }) => `${shot.id} ${generation?.portraits[0]?.id ?? "none"}`,
    );
    const taken = await person.api.photoshoot.taken.query();
    expect(new Set(taken.map(({ shotId, portrait }) => `${shotId} ${portrait.id}`))).toEqual(new Set(newest));
    const { shoots } = await person.api.photoshoot.list.query({ limit: 1 });
    expect(shoots).toMatchObject([
      { id, portrait: { generationId: shots[0]?.generation?.id }, progress: { ready: 3 } },
    ]);
  });

  test("is estimated: the cost, and the time that earlier ones took, or that it is not known", async () => {
    const three = await Promise.all([start(), start(), start()]);
    await Promise.all(three.map(({ id }) => untilEnded(id)));
    const known = await person.api.photoshoot.estimate.query({ collectionId, outputs: 1 });
    expect(known).toMatchObject({ shots: plainWalls.shots.length, credits: plainWalls.shots.length });
    expect(known.time?.fromSeconds).toBeGreaterThan(0);
    expect(known.time?.toSeconds).toBeGreaterThanOrEqual(known.time?.fromSeconds ?? Infinity);
    const never = await person.api.photoshoot.estimate.query({ collectionId, outputs: 3 });
    expect(never).toMatchObject({ credits: plainWalls.shots.length * 3, time: null });
  });
});
