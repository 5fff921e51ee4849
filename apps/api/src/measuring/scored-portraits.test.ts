import type { LikenessBand } from "@selfsame/likeness";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { insertOneOfEverything, type OneOfEverything } from "../../test/insert-one-of-everything.ts";
import { scoreFigures } from "../../test/measuring/score-figures.ts";
import { scriptedFaces } from "../../test/measuring/scripted-faces.ts";
import { listMeasuredPortraits } from "../gallery/list-measured-portraits.ts";
import type { MeasuredPart, ScoreOrder } from "../gallery/measured-portrait.store.ts";
import { insertPortraits, setKept } from "../gallery/portrait.store.ts";
import { readScores } from "../gallery/read-scores.ts";
import { scoreCursorInput } from "../gallery/score-cursor.ts";
import { insertGeneration } from "../generations/generation.store.ts";
import type { Studio } from "../studio/studio.ts";
import { saveScore } from "./portrait-score.store.ts";
import { readFigures } from "./read-figures.ts";
import type { PortraitFigures } from "./score-picture.ts";

const dayMs = 86_400_000;

describeOnBothDatabases("measured portraits", (open) => {
  const disposal = new AsyncDisposableStack();
  let studio: Studio;
  let ada: OneOfEverything;
  let grace: OneOfEverything;
  /** The scores of ada's portraits by their id, as they were stored. */
  const stored = new Map<string, PortraitFigures>();

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    const server = disposal.use(await createTestStudio({ database, faces: scriptedFaces() }));
    studio = server.studio;
    ada = await insertOneOfEverything(database);
    grace = await insertOneOfEverything(database);
    stored.set(ada.portraitId, scoreFigures);
    // Many numbers are the same: ids break the ties.
    for (let index = 0; index < 11; index += 1) {
      const likeness = [0.2, 0.6, 0.6, 0.9][index % 4] ?? 0;
      const likenessBand: LikenessBand = likeness < 0.5 ? "weak" : "good";
      const figures = {
        ...scoreFigures,
        likeness,
        likenessBand,
        naturalness: 1 - (index % 3) / 3,
        smile: index / 11,
      };
      stored.set(await insertPortrait(index, figures), figures);
    }
    await insertPortrait(20, { ...scoreFigures, modelVersion: "networks-0", likeness: 1 });
    await insertPortrait(21, { ...scoreFigures, calibration: "photographs-1", likeness: 1 });
    await insertPortrait(22, {
      ...scoreFigures,
      reason: "no-face",
      likeness: null,
      likenessRaw: null,
      likenessBand: null,
      naturalness: null,
      calibration: null,
    });
  }, 60_000);
  afterAll(() => disposal.disposeAsync());

  /** A portrait of ada's with a score: from the lab and a changed preset where the index is even. */
  const insertPortrait = (index: number, figures: PortraitFigures): Promise<string> =>
    studio.actingAs(ada.subjectId, async (tx) => {
      const { subjectId, trainingId } = ada;
      const [generationId, id] = [v7(), v7()];
      const createdAt = new Date(Date.UTC(2026, 10, 2) + index * 5 * dayMs);
      await insertGeneration(tx, {
        id: generationId,
        subjectId,
        trainingId,
        service: index % 2 === 0 ? "lab" : "studio",
        brief: `number ${index}`,
        enhancement: "none",
        presetId: "natural-expression",
        presetVersion: 1,
        changes: index % 2 === 0 ? { guidance: 3.1 } : {},
        prompt: `${ada.triggerWord}, number ${index}`,
        input: {},
        seed: 7,
        outputs: 1,
        status: "succeeded",
        simulated: true,
        deadlineAt: createdAt,
        nextCheckAt: createdAt,
        createdAt,
        endedAt: createdAt,
      });
      await insertPortraits(tx, [
        {
          id,
          subjectId,
          generationId,
          outputIndex: 0,
          sha256: String(index).padStart(64, "0"),
          sizeBytes: 1_000,
          contentType: "image/png",
          width: 600,
          height: 800,
          placeholderHash: "AA==",
          recipe: {},
          simulated: true,
          createdAt,
        },
      ]);
      await saveScore(tx, { ...figures, portraitId: id, subjectId, measuredAt: createdAt });
      return id;
    });

  const everyPage = async (
    sort: ScoreOrder,
    {
      limit,
      ...sift
    }: { limit: number } & Partial<
      Pick<MeasuredPart, "kept" | "likenessFrom" | "likenessBand" | "naturalnessFrom" | "naturalnessBelow">
    >,
  ) => {
    const seen: string[] = [];
    for (let cursor: string | null = null; ;) {
      const after = cursor === null ? null : scoreCursorInput.parse(cursor);
      const page = await listMeasuredPortraits(studio, ada, { sort, after, limit, ...sift });
      seen.push(...page.portraits.map(({ id }) => id));
      cursor = page.nextCursor;
      if (cursor === null) return seen;
    }
  };
  const expected = (sort: ScoreOrder, isIn: (figures: PortraitFigures) => boolean = () => true) =>
    [...stored]
      .filter(([, figures]) => isIn(figures))
      .toSorted(([a, one], [b, other]) => (other[sort] ?? 0) - (one[sort] ?? 0) || (a < b ? 1 : -1))
      .map(([id]) => id);

  test.each(["likeness", "naturalness"] as const)(
    "come by %s, the best first, whole and once over pages of any size",
    async (sort) => {
      for (const limit of [1, 2, 3, 5, 50]) expect(await everyPage(sort, { limit })).toEqual(expected(sort));
    },
  );

  test("can be narrowed by number and to the kept", async () => {
    expect(await everyPage("naturalness", { limit: 2, likenessFrom: 0.6 })).toEqual(
      expected("naturalness", ({ likeness }) => (likeness ?? 0) >= 0.6),
    );
    expect(await everyPage("likeness", { limit: 2, naturalnessFrom: 0.9 })).toEqual(
      expected("likeness", ({ naturalness }) => (naturalness ?? 0) >= 0.9),
    );
    expect(await everyPage("naturalness", { limit: 3, naturalnessBelow: 0.5 })).toEqual(
      expected("naturalness", ({ naturalness }) => (naturalness ?? 1) < 0.5),
    );
    expect(await everyPage("naturalness", { limit: 3, likenessBand: "weak" })).toEqual(
      expected("naturalness", ({ likenessBand }) => likenessBand === "weak"),
    );
    await studio.actingAs(ada.subjectId, (tx) => setKept(tx, [ada.portraitId], true));
    expect(await everyPage("likeness", { limit: 2, kept: true })).toEqual([ada.portraitId]);
  });

  test("come with why the others have no place among them, on the first page, narrowed alike", async () => {
    const page = (part: Partial<MeasuredPart>) =>
      listMeasuredPortraits(studio, ada, { sort: "likeness", after: null, limit: 50, ...part });
    expect((await page({ likenessBand: "weak" })).unplaced).toEqual([
      { reason: "no-face", portraits: 1 },
      { reason: "other-constants", portraits: 1 },
      { reason: "waiting", portraits: 1 },
    ]);
    expect((await page({ from: new Date(Date.UTC(2026, 10, 2) + 22 * 5 * dayMs) })).unplaced).toEqual([
      { reason: "no-face", portraits: 1 },
    ]);
    expect((await page({ after: { value: 0.9, id: v7() } })).unplaced).toBeNull();
  });

  test("are one's own alone, also when another's ids are named", async () => {
    const scores = await readScores(studio, ada, [ada.portraitId, grace.portraitId, v7()]);
    expect(scores).toEqual([
      {
        portraitId: ada.portraitId,
        score: expect.objectContaining({ state: "scored", looksLikeAnother: false }),
      },
    ]);
    const page = await listMeasuredPortraits(studio, grace, { sort: "likeness", after: null, limit: 50 });
    expect(page.portraits.map(({ id }) => id)).toEqual([grace.portraitId]);
  });

  test("cannot be sorted where nothing is measured, which is said", async () => {
    const off = { ...studio, faces: null };
    const listed = listMeasuredPortraits(off, ada, { sort: "likeness", after: null, limit: 5 });
    await expect(listed).rejects.toMatchObject({ code: "measuring_off" });
    expect(await readScores(off, ada, [ada.portraitId])).toMatchObject([{ score: { state: "off" } }]);
    expect(await readFigures(off, ada, "preset")).toMatchObject({ measuredWith: null, groups: [] });
  });

  test("the list is read from its index", async () => {
    const { rows } = await studio.actingAs(ada.subjectId, async (tx) => {
      await tx.execute("set local enable_seqscan = off");
      await tx.execute("set local enable_sort = off");
      const plan: unknown = await tx.execute(
        `explain select portrait_id from portrait_scores where subject_id = '${ada.subjectId}'
         and model_version = 'networks-1' and calibration = 'drawn-2' and likeness is not null
         and (likeness, portrait_id) < (0.5, '${v7()}') order by likeness desc, portrait_id desc limit 5`,
      );
      // Safe: both drivers answer a query with its rows.
      return plan as { rows: Record<string, string>[] };
    });
    const plan = rows.map((row) => Object.values(row)[0]).join("\n");
    expect(plan).toContain("Index Only Scan Backward using portrait_scores_by_likeness");
    expect(plan).not.toContain("Sort");
  });

  test("add up in the subject's own figures, whatever they are grouped by", async () => {
    for (const by of ["preset", "service", "version"] as const) {
      const { groups, unscored, measuredWith } = await readFigures(studio, ada, by);
      expect(measuredWith).toBe("networks-1 drawn-2");
      expect(groups.reduce((sum, { portraits }) => sum + portraits, 0)).toBe(stored.size);
      for (const { portraits, weeks, likeness } of groups) {
        expect(weeks.reduce((sum, week) => sum + week.portraits, 0)).toBe(portraits);
        expect(weeks.map(({ from }) => from)).toEqual(weeks.map(({ from }) => from).toSorted());
        expect(likeness.low).toBeLessThanOrEqual(likeness.middle);
        expect(likeness.middle).toBeLessThanOrEqual(likeness.high);
      }
      expect(unscored).toEqual([{ reason: "no-face", portraits: 1 }]);
    }
  });

  test("are grouped by what they were made with", async () => {
    const names = async (by: "preset" | "service" | "version") =>
      (await readFigures(studio, ada, by)).groups.map(({ name, portraits }) => ({ ...name, portraits }));
    const preset = { by: "preset", presetId: "natural-expression", presetVersion: 1 };
    expect(await names("preset")).toEqual(
      expect.arrayContaining([
        { ...preset, changed: true, portraits: 6 },
        { ...preset, changed: false, portraits: 6 },
      ]),
    );
    expect(await names("service")).toEqual(
      expect.arrayContaining([
        { by: "service", service: "lab", portraits: 6 },
        { by: "service", service: "studio", portraits: 6 },
      ]),
    );
    expect(await names("version")).toEqual([
      { by: "version", trainingId: ada.trainingId, number: 1, portraits: 12 },
    ]);
  });
});
