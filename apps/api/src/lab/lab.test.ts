import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import type { SignedUp } from "../../test/sign-up.ts";
import { smallDesign } from "../../test/small-design.ts";
import { advanceExperiments } from "./advance-experiments.ts";
import type { ExperimentDesign } from "./experiment-design.ts";

/** An experiment is many generations; one whose answer was lost on a busy machine is settled after two minutes. */
vi.setConfig({ testTimeout: 300_000 });
const longPatience = { ...patience, timeout: 270_000 };
const sharedDesign = smallDesign("shared by several tests", { seeds: [7, 8] });

describeOnBothDatabases("the preset lab", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let ada: SignedUp;
  let subjectId: string;
  let number = 0;

  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database, reconcileEveryMs: 50 }));
    ada = await signUpWithModel(server.url);
    subjectId = (await ada.api.account.get.query()).id;
  }, 60_000);
  afterEach(() => server.simulator.faults.clear());
  afterAll(() => disposal.disposeAsync());

  const fresh = (over: Partial<ExperimentDesign> = {}) => smallDesign(`experiment ${(number += 1)}`, over);
  const start = (design: ExperimentDesign, budgetCredits = 100, idempotencyKey: string = randomUUID()) =>
    ada.api.lab.start.mutate({ design, budgetCredits, idempotencyKey });
  const untilEnded = (experimentId: string) =>
    vi.waitFor(async () => {
      const experiment = await ada.api.lab.get.query({ experimentId });
      if (experiment.status === "running" || experiment.cells.underWay > 0)
        throw new Error(`still ${JSON.stringify(experiment.cells)}`);
      return experiment;
    }, longPatience);

  let started: ReturnType<typeof untilEnded> | undefined;
  /** One experiment of eight portraits that several tests look at, whichever comes first. */
  const complete = () => (started ??= start(sharedDesign).then(({ id }) => untilEnded(id)));

  test("asks for every cell of a design once and says when it is complete", async () => {
    const design = sharedDesign;
    const ended = await complete();
    const { id } = ended;
    expect(ended).toMatchObject({
      status: "finished",
      stop: null,
      cells: { total: 8, made: 8, underWay: 0, missing: 0 },
      credits: { spent: 8, held: 0 },
      votes: { cast: 0, total: 4 },
    });
    expect(ended.grid.map(({ block, arm }) => `${block}.${arm}`)).toEqual(
      ended.blocks.flatMap(({ block }) => [`${block}.0`, `${block}.1`]),
    );
    const generations = await Promise.all(
      ended.grid.map(({ generationId }) => ada.api.generations.get.query({ generationId })),
    );
    expect(new Set(generations.map(({ service }) => service))).toEqual(new Set(["lab"]));
    const ofBlock = (block: number) =>
      generations.filter((_generation, index) => ended.grid[index]?.block === block);
    for (const { block, seed, brief } of ended.blocks) {
      expect(ofBlock(block).map((one) => [one.seed, one.brief, one.preset.id])).toEqual([
        [design.seeds[seed], design.briefs[brief]?.text, "previous"],
        [design.seeds[seed], design.briefs[brief]?.text, "natural-expression"],
      ]);
    }
    const { experiments } = await ada.api.lab.list.query({});
    expect(experiments.find((one) => one.id === id)).toMatchObject({
      status: "finished",
      cells: { made: 8 },
    });
  });

  test("stops at its budget with whole pairs, and goes on with a larger one", async () => {
    const key = randomUUID();
    const design = fresh({ seeds: [1] });
    const { id } = await start(design, 3, key);
    expect((await start(design, 3, key)).id).toBe(id);
    const stopped = await untilEnded(id);
    expect(stopped).toMatchObject({
      status: "stopped",
      stop: { code: "budget-spent" },
      cells: { total: 4, made: 2 },
      credits: { spent: 2, held: 0 },
    });
    await ada.api.lab.resume.mutate({ experimentId: id, budgetCredits: 4 });
    expect(await untilEnded(id)).toMatchObject({ status: "finished", cells: { made: 4 } });
    expect(await domainErrorOf(ada.api.lab.resume.mutate({ experimentId: id }))).toMatchObject({
      code: "experiment_not_resumable",
    });
  });

  test("repeats once what failed, and calls it missing with the reason when it fails again", async () => {
    server.simulator.faults.add({ kind: "nsfw-all", times: 1 });
    const repeated = await untilEnded((await start(fresh())).id);
    expect(repeated.cells).toMatchObject({ made: 4, missing: 0 });
    expect(repeated.grid.filter(({ attempt }) => attempt === 2)).toHaveLength(1);

    server.simulator.faults.add({ kind: "nsfw-all" });
    const missing = await untilEnded(
      (await start(fresh({ briefs: [{ text: "held back", expression: null }] }))).id,
    );
    expect(missing).toMatchObject({ status: "finished", credits: { spent: 0, held: 0 } });
    expect(missing.grid).toMatchObject([
      { state: "missing", attempt: 2, reason: { code: "content-withheld" }, portrait: null },
      { state: "missing", attempt: 2, reason: { code: "content-withheld" }, portrait: null },
    ]);
  });

  test("a person stops it and goes on; what was looked after twice at once is asked for once", async () => {
    const { id } = await start(fresh({ seeds: [1, 2, 3, 4] }), 16);
    const stopped = await ada.api.lab.stop.mutate({ experimentId: id });
    expect(stopped).toMatchObject({ status: "stopped", stop: { code: "by-person" } });
    expect(await domainErrorOf(ada.api.lab.stop.mutate({ experimentId: id }))).toMatchObject({
      code: "experiment_not_running",
    });
    await ada.api.lab.resume.mutate({ experimentId: id });
    await Promise.all([1, 2, 3].map(() => advanceExperiments(server.studio, subjectId)));
    expect(await untilEnded(id)).toMatchObject({
      status: "finished",
      cells: { total: 16, made: 16 },
      credits: { spent: 16, held: 0 },
    });
  });

  test("stops when there are no credits for the next pair, without holding half of it", async () => {
    const { available } = await ada.api.credits.balance.query();
    const { spent } = await ada.api.credits.spending.query();
    await ada.api.credits.setMonthlyCap.mutate({ cap: spent + 3 });
    const { id } = await start(fresh());
    expect(await untilEnded(id)).toMatchObject({
      status: "stopped",
      stop: { code: "limit-reached" },
      cells: { made: 2, missing: 0 },
    });
    await ada.api.credits.setMonthlyCap.mutate({ cap: null });
    expect((await ada.api.credits.balance.query()).available).toBe(available - 2);
    await ada.api.lab.resume.mutate({ experimentId: id });
    expect(await untilEnded(id)).toMatchObject({ status: "finished", cells: { made: 4 } });
  });

  test("is estimated before it starts, and refused with the part at fault", async () => {
    const design = fresh();
    expect(await ada.api.lab.estimate.query({ design })).toMatchObject({
      cells: 4,
      pairs: 2,
      comparisons: 1,
      credits: 4,
      fewestPairs: 12,
    });
    const refused = (over: Partial<ExperimentDesign>) =>
      domainErrorOf(ada.api.lab.estimate.query({ design: { ...design, ...over } }));
    const [one, other] = design.arms;
    if (one === undefined || other === undefined) throw new Error("The design has no two arms");
    expect(await refused({ arms: [one, { ...one, name: "again" }] })).toMatchObject({ field: "arms" });
    expect(await refused({ arms: [one, { ...other, changes: { guidance: 11 } }] })).toMatchObject({
      code: "design_refused",
      field: "arms.1.guidance",
    });
    expect(await refused({ briefs: [{ text: "with user0123456789", expression: null }] })).toMatchObject({
      field: "briefs.0",
    });
    expect(await refused({ seeds: [7, 7] })).toMatchObject({ field: "seeds" });
    expect(await refused({ comparisons: [[0, 2]] })).toMatchObject({ field: "comparisons" });
    expect(await domainErrorOf(start(design, 1))).toMatchObject({ code: "budget_too_small" });
  });

  test("votes are blind: neither the answer nor an address tells which arm stands where", async () => {
    const { id, grid } = await complete();
    const ids = grid.flatMap(({ portrait, generationId }) => [portrait?.id ?? "", generationId]);
    let ballot = await ada.api.lab.nextBallot.query({ experimentId: id });
    expect(ballot).toMatchObject({ cast: 0, ready: 4, total: 4 });
    expect(ids.filter((one) => JSON.stringify(ballot).includes(one))).toEqual([]);
    expect(JSON.stringify(ballot)).not.toMatch(/arm|preset|previous|natural/i);
    const shown = await ada.fetch(`/images/ballots/${id}/${ballot.next?.ballot ?? -1}/first/480`);
    expect(shown.status).toBe(200);
    expect([shown.headers.get("etag"), shown.headers.get("content-disposition")]).toEqual([null, null]);
    for (const choice of ["first", "second", "neither"] as const) {
      const cast = ballot.next?.ballot ?? -1;
      ballot = await ada.api.lab.vote.mutate({ experimentId: id, ballot: cast, choice });
    }
    expect(ballot).toMatchObject({ cast: 3, ready: 4 });
    expect(await ada.api.lab.undoVote.mutate({ experimentId: id })).toMatchObject({ cast: 2 });
    const [comparison] = (await ada.api.lab.verdict.query({ experimentId: id })).comparisons;
    expect((comparison?.votes.first ?? 0) + (comparison?.votes.second ?? 0)).toBe(2);
    expect(
      await domainErrorOf(ada.api.lab.vote.mutate({ experimentId: id, ballot: 99, choice: "first" })),
    ).toMatchObject({ code: "ballot_unknown" });
  });

  test("is taken away as JSON, CSV and one page that needs nothing else", async () => {
    const { id } = await complete();
    const fileOf = (format: string) => ada.fetch(`/export/experiments/${id}/${format}`);
    const json: unknown = await (await fileOf("json")).json();
    expect(json).toMatchObject({
      experiment: { id, cells: { made: 8 } },
      verdict: { comparisons: [{ names: ["previous", "natural"] }] },
    });
    const csv = (await (await fileOf("csv")).text()).trim().split("\n");
    expect(csv).toHaveLength(9);
    expect(csv[0]).toContain("pair,brief,seed,arm,preset");
    const html = await fileOf("html");
    expect(html.headers.get("content-disposition")).toMatch(
      /^attachment; filename="experiment-[\w-]+\.html"$/,
    );
    const page = await html.text();
    expect(page.match(/<img src="data:image\/webp;base64,/gu)).toHaveLength(8);
    expect(page).not.toMatch(/<script|https?:|\bsrc="(?!data:)|href=/u);
  });

  test("an arm becomes the default of whoever took it, with where it comes from, until it is withdrawn", async () => {
    const design = fresh();
    const changes = { guidance: 3.1, numInferenceSteps: 28 };
    const arms = [
      ...design.arms,
      { name: "mine", presetId: "natural-expression", changes, enhancement: "none" as const },
      { name: "layered", presetId: "natural-expression", changes: {}, enhancement: "subtle" as const },
    ];
    const { id } = await start({ ...design, arms });
    await untilEnded(id);
    expect(await ada.api.presets.takeDefault.mutate({ experimentId: id, arm: 2 })).toMatchObject({
      own: { version: 1, name: "mine", changes, experimentId: id, experimentTitle: "Two presets" },
      studio: "natural-expression",
    });
    const made = await ada.api.generations.create.mutate({ brief: "with my own default" });
    expect(made).toMatchObject({ preset: { id: "natural-expression" }, changes });
    const named = await ada.api.generations.create.mutate({ brief: "with another", presetId: "previous" });
    expect(named).toMatchObject({ preset: { id: "previous" }, changes: {} });
    expect((await untilGenerationEnds(ada, made.id)).status).toBe("succeeded");
    expect(
      await domainErrorOf(ada.api.presets.takeDefault.mutate({ experimentId: id, arm: 3 })),
    ).toMatchObject({ code: "arm_no_preset" });
    expect(await ada.api.presets.withdrawDefault.mutate()).toMatchObject({ own: null });
    expect((await ada.api.generations.create.mutate({ brief: "the studio's again" })).changes).toEqual({});
    expect(await ada.api.presets.takeDefault.mutate({ experimentId: id, arm: 0 })).toMatchObject({
      own: { version: 2, presetId: "previous" },
    });
    await ada.api.presets.withdrawDefault.mutate();
  });
});
