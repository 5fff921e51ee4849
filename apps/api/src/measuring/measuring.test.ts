import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { insertOneOfEverything } from "../../test/insert-one-of-everything.ts";
import { analysisOf, madeUpFace } from "../../test/measuring/made-up-face.ts";
import { scoreFigures } from "../../test/measuring/score-figures.ts";
import { scriptedFaces, type ScriptedFaces } from "../../test/measuring/scripted-faces.ts";
import { photo } from "../../test/photo.ts";
import { patience, untilGenerationEnds, untilTrainingEnds } from "../../test/ready-subject.ts";
import { type SignedUp, signUpWithConsent } from "../../test/sign-up.ts";
import { foreignKeyViolation, refusalOf } from "../../test/sql-state-of.ts";
import { testKey } from "../../test/test-keyring.ts";
import { createKeyring } from "../keys/keyring.ts";
import type { Studio } from "../studio/studio.ts";
import { catchUpMeasuring } from "./catch-up-measuring.ts";
import { measureSelfie } from "./measure-selfie.ts";
import { NotMeasuredYet } from "./not-measured-yet.ts";
import { findScore, listScoresOf, saveScore } from "./portrait-score.store.ts";
import { resealFaces } from "./reseal-faces.ts";
import { scorePortrait } from "./score-portrait.ts";
import { openFace } from "./sealed-face.ts";
import {
  findSelfieMeasurement,
  listSelfieMeasurements,
  saveSelfieMeasurement,
} from "./selfie-measurement.store.ts";

describeOnBothDatabases("measuring", (open) => {
  const disposal = new AsyncDisposableStack();
  const faces: ScriptedFaces = scriptedFaces();
  const asUsual = { selfie: faces.selfie, portrait: faces.portrait };
  let server: TestStudio;
  let studio: Studio;
  /** Somebody with the drawn set and a model. */
  let ada: SignedUp;
  let adaId: string;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database, faces }));
    studio = server.studio;
    ada = await signUpWithConsent(server.url);
    adaId = (await ada.api.account.get.query()).id;
    await ada.api.selfies.addDrawn.mutate();
    await ada.api.models.train.mutate();
    await untilTrainingEnds(ada);
  }, 180_000);
  beforeEach(() => {
    Object.assign(faces, asUsual);
  });
  afterAll(() => disposal.disposeAsync());

  const measurementsOf = (subjectId: string) =>
    studio.actingAs(subjectId, (tx) => listSelfieMeasurements(tx, subjectId));
  const scoreOf = (subjectId: string, portraitId: string) =>
    studio.actingAs(subjectId, (tx) => findScore(tx, portraitId));
  const untilScored = (subjectId: string, portraitId: string) =>
    vi.waitFor(async () => {
      const score = await scoreOf(subjectId, portraitId);
      if (score === undefined) throw new Error("not scored yet");
      return score;
    }, patience);
  const makePortrait = async (person: SignedUp, wish = {}) => {
    const { id } = await person.api.generations.create.mutate({ brief: "at sea, alone", ...wish });
    const [portrait] = (await untilGenerationEnds(person, id)).portraits;
    if (portrait === undefined) throw new Error("no portrait came of it");
    return portrait;
  };
  const alarms = () =>
    server
      .logged()
      .split("\n")
      .filter((line) => line.includes('"alarm":"another-person"'));

  test("every selfie is judged after it was added, and its face kept where only its place opens it", async () => {
    await vi.waitFor(async () => expect(await measurementsOf(adaId)).toHaveLength(12), patience);
    const [row] = await measurementsOf(adaId);
    if (row?.sealedFace === undefined || row.sealedFace === null) throw new Error("no face was kept");
    expect(row).toMatchObject({ verdict: "accept", issues: [], modelVersion: faces.modelVersion });
    const face = openFace(studio.keyring, row, row.sealedFace);
    expect(face).toMatchObject({ depiction: "drawn", modelVersion: faces.modelVersion });
    expect(face.face.embedding).toHaveLength(128);
    expect(face.face.mesh).toHaveLength(468);
    const elsewhere = { ...row, selfieId: v7() };
    expect(() => openFace(studio.keyring, elsewhere, row.sealedFace ?? "")).toThrow(
      "belong to another place",
    );
  });

  test("a portrait is scored after it was stored, against the selfies its version learned from", async () => {
    const { id } = await makePortrait(ada);
    const score = await untilScored(adaId, id);
    expect(score).toMatchObject({
      reason: null,
      likenessBand: "good",
      referenceCount: 12,
      calibration: "drawn-2",
      modelVersion: faces.modelVersion,
    });
    expect(score.ownPhotos?.likeness).toHaveLength(12);
    expect((await studio.actingAs(adaId, (tx) => listScoresOf(tx, [id, v7()]))).size).toBe(1);
    const looked = faces.looks();
    await scorePortrait(studio, adaId, id);
    expect(faces.looks()).toEqual(looked);
  });

  test("a portrait of somebody else raises one alarm, in ids alone", async () => {
    faces.portrait = () => analysisOf(madeUpFace({ cosine: 0.9, axis: 101 }));
    const before = alarms().length;
    const { id, generationId } = await makePortrait(ada);
    expect(await untilScored(adaId, id)).toMatchObject({ likenessBand: "not-recognisable" });
    await vi.waitFor(() => expect(alarms()).toHaveLength(before + 1), patience);
    expect(alarms().at(-1)).toContain(id);
    expect(alarms().at(-1)).toContain(generationId);
    expect(alarms().at(-1)).not.toContain(adaId);
  });

  test.each([
    ["no face", () => analysisOf(), "no-face"],
    ["two faces", () => analysisOf(madeUpFace(), madeUpFace({ axis: 2 })), "several-faces"],
    ["a face from the side", () => analysisOf(madeUpFace({ yawDegrees: 50 })), "profile"],
  ] as const)("of a portrait with %s the reason is kept, and no number", async (_what, portrait, reason) => {
    faces.portrait = portrait;
    const { id } = await makePortrait(ada);
    expect(await untilScored(adaId, id)).toMatchObject({
      reason,
      likeness: null,
      naturalness: null,
      ownPhotos: null,
      modelVersion: faces.modelVersion,
    });
  });

  test("a simulated portrait of a photographed person has no score, raises no alarm, and is not looked at", async () => {
    const grace = await signUpWithConsent(server.url);
    const { id: graceId } = await grace.api.account.get.query();
    for (let count = 0; count < 5; count += 1) await grace.api.selfies.add.mutate(await photo("me.jpg"));
    await grace.api.models.train.mutate();
    await untilTrainingEnds(grace);
    await vi.waitFor(async () => expect(await measurementsOf(graceId)).toHaveLength(5), patience);
    faces.portrait = () => analysisOf(madeUpFace({ cosine: 0.5 }));
    const [before, looked] = [alarms().length, faces.looks().portraits];
    const { id } = await makePortrait(grace);
    expect(await untilScored(graceId, id)).toMatchObject({ reason: "not-comparable", likeness: null });
    expect(alarms()).toHaveLength(before);
    expect(faces.looks().portraits).toBe(looked);
  });

  test("networks that do not answer give no number and are asked again; an earlier number stays", async () => {
    const { id } = await makePortrait(ada);
    const earlier = await untilScored(adaId, id);
    const silent = scriptedFaces("networks-2");
    silent.selfie = faces.selfie;
    silent.portrait = () => ({ analyzed: false, cause: "timeout" });
    const parts = { ...studio, faces: silent };
    await expect(scorePortrait(parts, adaId, id)).rejects.toThrow(NotMeasuredYet);
    expect(await scoreOf(adaId, id)).toEqual(earlier);
    const [first] = await measurementsOf(adaId);
    silent.selfie = () => ({ analyzed: false, cause: "crashed" });
    const person = await signUpWithConsent(server.url);
    const { id: subjectId } = await person.api.account.get.query();
    faces.selfie = silent.selfie;
    const { id: selfieId } = await person.api.selfies.add.mutate(await photo("me.jpg"));
    await expect(measureSelfie(parts, subjectId, selfieId)).rejects.toThrow(NotMeasuredYet);
    const unanswered = await studio.actingAs(subjectId, (tx) => findSelfieMeasurement(tx, selfieId));
    expect(unanswered).toMatchObject({ verdict: "not-judged", modelVersion: null, sealedFace: null });
    expect(first?.verdict).toBe("accept");
    // Its job would be tried again while other tests count.
    await person.api.selfies.remove.mutate({ selfieId });
  });

  test("one selfie that ends the networks is done without; with none answered the portrait waits", async () => {
    const { id } = await makePortrait(ada);
    await untilScored(adaId, id);
    const newer = scriptedFaces("networks-4");
    const { selfie } = newer;
    newer.selfie = () => ({ analyzed: false, cause: "crashed" });
    await expect(scorePortrait({ ...studio, faces: newer }, adaId, id)).rejects.toThrow(NotMeasuredYet);
    expect(await scoreOf(adaId, id)).toMatchObject({ modelVersion: faces.modelVersion });
    let asked = 0;
    newer.selfie = (number) => {
      asked += 1;
      return asked === 3 ? { analyzed: false, cause: "crashed" } : selfie(number);
    };
    await scorePortrait({ ...studio, faces: newer }, adaId, id);
    expect(await scoreOf(adaId, id)).toMatchObject({ modelVersion: "networks-4", referenceCount: 11 });
    await catchUpMeasuring(studio);
  });

  test("after the networks changed, everything is measured again, and nothing is when they did not", async () => {
    const { id } = await makePortrait(ada);
    await untilScored(adaId, id);
    const newer = scriptedFaces("networks-3");
    expect(await catchUpMeasuring({ ...studio, faces: newer })).toBeGreaterThan(12);
    expect(await scoreOf(adaId, id)).toMatchObject({ modelVersion: "networks-3", referenceCount: 12 });
    const looked = newer.looks();
    await catchUpMeasuring({ ...studio, faces: newer });
    expect(newer.looks()).toEqual(looked);
    await studio.actingAs(adaId, (tx) =>
      saveScore(tx, {
        ...scoreFigures,
        portraitId: id,
        subjectId: adaId,
        measuredAt: studio.clock.now(),
        modelVersion: "networks-3",
        calibration: "drawn-1",
      }),
    );
    await catchUpMeasuring({ ...studio, faces: newer });
    expect(newer.looks()).toEqual({ ...looked, portraits: looked.portraits + 1 });
    expect(await scoreOf(adaId, id)).toMatchObject({ calibration: "drawn-2" });
    expect(await catchUpMeasuring(studio)).toBeGreaterThan(12);
  });

  test("a studio that measures nothing asks nobody and keeps nothing", async () => {
    const person = await signUpWithConsent(server.url);
    const { id: subjectId } = await person.api.account.get.query();
    const { id: selfieId } = await person.api.selfies.add.mutate(await photo("me.jpg"));
    await vi.waitFor(async () => expect(await measurementsOf(subjectId)).toHaveLength(1), patience);
    const off = { ...studio, faces: null };
    await measureSelfie(off, subjectId, selfieId);
    await scorePortrait(off, subjectId, v7());
    expect(await catchUpMeasuring(off)).toBe(0);
  });

  test("each selfie's verdict and how the set stands are told before training; one without a face is not taken", async () => {
    const person = await signUpWithConsent(server.url);
    expect(await person.api.selfies.list.query()).toMatchObject({ selfies: [], set: null });
    const looks = [
      analysisOf(madeUpFace({ cosine: 0.996, axis: 1 })),
      analysisOf(),
      analysisOf(madeUpFace({ cosine: 0.996, axis: 3, sharpness: 20 })),
      analysisOf(madeUpFace({ cosine: 0.996, axis: 4 })),
      analysisOf(madeUpFace({ cosine: 0.996, axis: 5 })),
    ];
    for (const look of looks) {
      faces.selfie = () => look;
      const { id } = await person.api.selfies.add.mutate(await photo("me.jpg"));
      await vi.waitFor(async () => {
        const { selfies } = await person.api.selfies.list.query();
        expect(selfies.find((selfie) => selfie.id === id)?.coach.state).toBe("judged");
      }, patience);
    }
    const { selfies, set } = await person.api.selfies.list.query();
    expect(selfies.map(({ coach }) => coach)).toEqual([
      expect.objectContaining({ verdict: "accept", issues: [], taken: true }),
      {
        state: "judged",
        verdict: "reject",
        issues: [{ code: "no-face", severity: "reject" }],
        taken: false,
        face: null,
      },
      expect.objectContaining({
        verdict: "warn",
        issues: [{ code: "blurred", severity: "warn" }],
        taken: true,
      }),
      expect.objectContaining({
        verdict: "accept",
        face: { yawDegrees: 0, light: 120 / 255, smile: expect.any(Number) },
      }),
      expect.objectContaining({ verdict: "accept" }),
    ]);
    expect(set).toMatchObject({ verdict: "not-enough", usable: 4, angles: { front: 4, side: 0 } });
    expect(set?.missing).toEqual(["more-selfies", "side-views", "smile"]);
    expect(await domainErrorOf(person.api.models.train.mutate())).toMatchObject({
      code: "training_too_few_selfies",
      details: { have: 4, need: 5, leftOut: 1 },
    });
    await person.api.selfies.add.mutate(await photo("me.jpg"));
    expect(await person.api.models.train.mutate()).toMatchObject({ selfieCount: 5 });
  });

  test("no answer about selfies or portraits carries a face", async () => {
    const { id } = await makePortrait(ada);
    await untilScored(adaId, id);
    const [row] = await measurementsOf(adaId);
    const answers = JSON.stringify([
      await ada.api.selfies.list.query(),
      await ada.api.gallery.get.query({ portraitId: id }),
      await ada.api.gallery.listByScore.query({ sort: "likeness" }),
      await ada.api.gallery.scores.query({ portraitIds: [id] }),
      await ada.api.measuring.figures.query({ by: "version" }),
    ]);
    expect(answers).toContain('"state":"scored"');
    for (const word of ["embedding", "mesh", "sealedFace", row?.sealedFace ?? "a face"])
      expect(answers).not.toContain(word);
  });

  test("a face goes with its selfie", async () => {
    const person = await signUpWithConsent(server.url);
    const { id: subjectId } = await person.api.account.get.query();
    const { id: selfieId } = await person.api.selfies.add.mutate(await photo("me.jpg"));
    await vi.waitFor(async () => expect(await measurementsOf(subjectId)).toHaveLength(1), patience);
    await person.api.selfies.remove.mutate({ selfieId });
    expect(await measurementsOf(subjectId)).toEqual([]);
    await measureSelfie(studio, subjectId, selfieId);
    expect(await measurementsOf(subjectId)).toEqual([]);
  });

  test("a face comes under the studio's newest key, and the older one opens it no more", async () => {
    const [older, newer] = [testKey("test", 7), testKey("newer", 8)];
    const both = createKeyring([newer, older]);
    await studio.actingAs(adaId, async (tx) => {
      await resealFaces(both, tx, adaId);
      const [row] = await listSelfieMeasurements(tx, adaId);
      if (row?.sealedFace === undefined || row.sealedFace === null) throw new Error("no face was kept");
      expect(openFace(createKeyring([newer]), row, row.sealedFace).face.embedding).toHaveLength(128);
      expect(() => openFace(studio.keyring, row, row.sealedFace ?? "")).toThrow(
        "not among the studio's keys",
      );
      await resealFaces(createKeyring([older, newer]), tx, adaId);
    });
  });

  test("nothing can be written down of another's selfie or portrait", async () => {
    const [mine, other] = [
      await insertOneOfEverything(server.database),
      await insertOneOfEverything(server.database),
    ];
    await studio.actingAs(other.subjectId, async (tx) => {
      for (const table of ["selfie_measurements", "portrait_scores"])
        await tx.execute(`delete from ${table}`);
    });
    const measuredAt = studio.clock.now();
    const scored = studio.actingAs(mine.subjectId, (tx) =>
      saveScore(tx, {
        ...scoreFigures,
        portraitId: other.portraitId,
        subjectId: mine.subjectId,
        measuredAt,
      }),
    );
    expect(await refusalOf(scored)).toBe(foreignKeyViolation);
    const judged = studio.actingAs(mine.subjectId, (tx) =>
      saveSelfieMeasurement(tx, {
        selfieId: other.selfieId,
        subjectId: mine.subjectId,
        verdict: "accept",
        issues: [],
        pictureHash: null,
        sealedFace: null,
        modelVersion: "networks-1",
        measuredAt,
      }),
    );
    expect(await refusalOf(judged)).toBe(foreignKeyViolation);
  });
});
