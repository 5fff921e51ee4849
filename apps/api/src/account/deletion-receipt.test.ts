import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { clientWith, signUpWithConsent } from "../../test/sign-up.ts";
import type { DeletionLine } from "./deletion-line.ts";
import { deleteAccount } from "./delete-account.ts";
import { deleteSubject } from "./delete-subject.ts";
import { findCaller } from "./find-caller.ts";
import { resumeDeletions } from "./resume-deletions.ts";

const dayMs = 86_400_000;

describeOnBothDatabases("the receipt of a deletion", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let aheadMs = 0;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(
      await createTestStudio({ database, clock: { now: () => new Date(Date.now() + aheadMs) } }),
    );
  });
  beforeEach(() => {
    aheadMs = 0;
  });
  afterAll(() => disposal.disposeAsync());

  const names = (lines: readonly DeletionLine[]) =>
    lines.map(({ kind, name }) => `${kind} ${name}`).toSorted();
  const isPortraitFile = ({ kind, name }: DeletionLine) =>
    kind === "picture" && name.startsWith("portraits/");
  const finished = (receipt: { id: string; key: string }) =>
    expect
      .poll(
        async () => (await clientWith(server.url).account.deletionReceipt.query(receipt)).finishedAt,
        patience,
      )
      .not.toBeNull();

  test("names every object that the preview has named, with what became of it, also over tries that failed", async () => {
    const person = await signUpWithModel(server.url);
    const { id } = await person.api.generations.create.mutate({ brief: "at sea" });
    await untilGenerationEnds(person, id);
    const training = (await person.api.models.get.query())?.trainings[0];
    // The zip is taken away by a job of its own, soon after the training has ended.
    await expect
      .poll(async () => names((await person.api.account.previewDeletion.query()).lines), patience)
      .not.toContain(`zip-at-provider ${training?.id ?? ""}`);
    // So are the smaller copies of the portrait, made once it is on the page.
    await expect
      .poll(
        async () => (await person.api.account.previewDeletion.query()).lines.filter(isPortraitFile).length,
        patience,
      )
      .toBe(4);
    const preview = await person.api.account.previewDeletion.query();
    expect(new Set(preview.lines.map(({ outcome }) => outcome))).toEqual(new Set(["not-yet"]));
    const kinds = Object.groupBy(preview.lines, ({ kind }) => kind);
    // Five selfies and a portrait, each with three smaller copies where they were asked for.
    expect(kinds.picture?.length).toBeGreaterThanOrEqual(6);
    expect(kinds["version-at-provider"]).toHaveLength(1);
    expect(kinds["model-at-provider"]).toHaveLength(1);
    expect(kinds.rows?.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "subjects",
        "selfies",
        "portraits",
        "credit_entries",
        "pseudonym_keys",
        "users",
        "sessions",
      ]),
    );
    expect((await person.api.gallery.list.query({})).portraits).toHaveLength(1);

    // As the job does it, but by hand: the version is deleted, then the model is not.
    const { studio } = server;
    const caller = await findCaller(studio, person);
    const queue = { ...studio.jobs, enqueue: () => Promise.resolve() };
    const { receipt } = await deleteAccount({ ...studio, jobs: queue }, caller);
    const error = { code: "provider_unavailable", reason: "server-error", status: 500, logOnly: "" } as const;
    const provider = {
      ...studio.provider,
      deleteModel: () => Promise.resolve({ outcome: "failed", error } as const),
    };
    await expect(deleteSubject({ ...studio, provider }, caller.subjectId)).rejects.toThrow("not deleted yet");
    const anybody = clientWith(server.url).account.deletionReceipt;
    const halfWay = await anybody.query(receipt);
    expect(halfWay.finishedAt).toBeNull();
    expect(names(halfWay.lines.filter(({ outcome }) => outcome !== "not-yet"))).toEqual(
      names(preview.lines.filter(({ kind, name }) => kind === "version-at-provider" || name === "sessions")),
    );
    await deleteSubject(studio, caller.subjectId);
    const told = await anybody.query(receipt);
    expect(told.finishedAt).not.toBeNull();
    expect(names(told.lines)).toEqual(names(preview.lines));
    expect(told.lines.filter(({ outcome, at }) => outcome === "not-yet" || at === null)).toEqual([]);
    expect(told.lines.find(({ kind }) => kind === "version-at-provider")?.outcome).toMatch(
      /deleted|scheduled/u,
    );
    expect(told.lines.filter(({ kind }) => kind === "rows").map(({ outcome }) => outcome)).not.toContain(
      "already-gone",
    );
    expect(told.stays.join(" ")).toContain("keyed hash");
  });

  test("opens with its own key alone, tells the studio nothing, and is forgotten after ninety days", async () => {
    const person = await signUpWithConsent(server.url);
    const { subjectNumber } = await person.api.account.get.query();
    const { receipt } = await person.api.account.withdrawConsent.mutate({ confirm: "delete everything" });
    await finished(receipt);
    const nobody = clientWith(server.url);
    const wrong = { ...receipt, key: receipt.key.replace(/^./u, (first) => (first === "A" ? "B" : "A")) };
    expect(await domainErrorOf(nobody.account.deletionReceipt.query(wrong))).toMatchObject({
      code: "not_found",
    });
    const { rows } = await server.database.executeSql(
      `select row_to_json(r)::text as kept from deletion_receipts r where id = '${receipt.id}'`,
    );
    expect(rows).toHaveLength(1);
    for (const secret of [subjectNumber, person.email, person.userId, receipt.key])
      expect(String(rows[0]?.["kept"])).not.toContain(secret);
    aheadMs = 89 * dayMs;
    await resumeDeletions(server.studio);
    expect((await nobody.account.deletionReceipt.query(receipt)).finishedAt).not.toBeNull();
    aheadMs = 91 * dayMs;
    await resumeDeletions(server.studio);
    expect(await domainErrorOf(nobody.account.deletionReceipt.query(receipt))).toMatchObject({
      code: "not_found",
    });
  });
});
