import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { patience, signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import type { SignedUp } from "../../test/sign-up.ts";
import { StorageUnavailableError } from "../images/image-store.ts";
import { checkSubject } from "../isolation/check-subject.ts";
import { rotateKeys } from "../isolation/rotate-keys.ts";
import { deletePortraitPictures, PicturesInUseYet } from "./delete-portrait-pictures.ts";
import { removeDueTrash } from "./remove-due-trash.ts";

const dayMs = 24 * 60 * 60 * 1_000;

describeOnBothDatabases("the trash", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let ada: SignedUp;
  let subjectId: string;
  /** Somebody whose rows a test changes behind the studio's back. */
  let bob: SignedUp;
  let bobId: string;
  /** Somebody who has nothing but what one test makes. */
  let carol: SignedUp;
  let carolId: string;
  let aheadMs = 0;
  let deletionFails = false;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(
      await createTestStudio({
        database,
        clock: { now: () => new Date(Date.now() + aheadMs) },
        wrapImages: (images) => ({
          ...images,
          deleteMany: async (keys) => {
            if (deletionFails)
              throw new StorageUnavailableError("deleteMany", keys[0] ?? "", new Error("the disk is gone"));
            await images.deleteMany(keys);
          },
        }),
      }),
    );
    ada = await signUpWithModel(server.url);
    subjectId = (await ada.api.account.get.query()).id;
    bob = await signUpWithModel(server.url);
    bobId = (await bob.api.account.get.query()).id;
    carol = await signUpWithModel(server.url);
    carolId = (await carol.api.account.get.query()).id;
  });
  afterEach(() => {
    aheadMs = 0;
    deletionFails = false;
  });
  afterAll(() => disposal.disposeAsync());

  /** The ids of freshly made portraits, in the order of their outputs. */
  const make = async (outputs: 1 | 2 | 3 | 4, person = ada) => {
    // The simulator knows eight plain pictures; the first two of this seed differ.
    const { id } = await person.api.generations.create.mutate({ brief: "by a window", outputs, seed: 7 });
    const { portraits } = await untilGenerationEnds(person, id);
    return { generationId: id, ids: portraits.map((portrait) => portrait.id) };
  };
  const filesOf = async (sha256: string, ownerId = subjectId) => {
    const folder = join(server.imageFolder, "subjects", ownerId, "portraits");
    // With its last file a folder goes, too.
    const names = await readdir(folder).catch((): string[] => []);
    return names.filter((name) => name.startsWith(sha256));
  };
  const hanging = async () =>
    (await ada.api.gallery.list.query({ limit: 100 })).portraits.map(({ id }) => id);
  const inTrash = async (person = ada) =>
    (await person.api.gallery.listTrash.query({ limit: 100 })).portraits.map(({ id }) => id);
  const isolationProblems = async (ownerId: string) =>
    (await server.studio.readingAs(ownerId, (tx) => checkSubject(server.studio.keyring, tx, ownerId)))
      .problems;

  test("takes portraits out of every list at once, and gives them back as they were", async () => {
    const { generationId, ids } = await make(2);
    const [first = "", second = ""] = ids;
    await ada.api.gallery.keep.mutate({ portraitId: first, kept: true });
    const { available } = await ada.api.credits.balance.query();

    const [gone] = await ada.api.gallery.trash.mutate({ portraitIds: [first] });
    expect(gone).toMatchObject({ id: first, trashedAt: expect.any(String), kept: true });
    expect(await hanging()).not.toContain(first);
    const keptOnes = await ada.api.gallery.list.query({ kept: true });
    expect(keptOnes.portraits.map(({ id }) => id)).not.toContain(first);
    const generation = await ada.api.generations.get.query({ generationId });
    expect(generation).toMatchObject({ portraits: [{ id: second }], putAway: 1, withheld: 0 });
    const { generations } = await ada.api.generations.list.query({});
    expect(generations.flatMap(({ portraits }) => portraits.map(({ id }) => id))).not.toContain(first);
    const proof = await ada.api.isolation.proof.query({});
    expect(proof.portraits.map(({ portraitId }) => portraitId)).not.toContain(first);
    expect(proof.problems).toEqual([]);
    expect((await ada.api.gallery.get.query({ portraitId: first })).trashedAt).toBe(gone?.trashedAt);
    expect((await ada.fetch(`/images/portraits/${first}/160`)).status).toBe(200);

    const again = await ada.api.gallery.trash.mutate({ portraitIds: [first, first] });
    expect(again).toEqual([gone]);
    const [trashed] = (await ada.api.gallery.listTrash.query({})).portraits;
    const days = (Date.parse(trashed?.removedAt ?? "") - Date.parse(gone?.trashedAt ?? "")) / dayMs;
    expect(days).toBe((await ada.api.studio.get.query()).trashDays);

    const [back] = await ada.api.gallery.restore.mutate({ portraitIds: [first] });
    expect(back).toMatchObject({ trashedAt: null, kept: true });
    expect(await hanging()).toContain(first);
    expect(await inTrash()).toEqual([]);
    expect(await ada.api.credits.balance.query()).toMatchObject({ available });
  });

  test("takes all of several or none, and tells open pages of each", async () => {
    const { ids } = await make(2);
    const nobodys = "0197a000-0000-7000-8000-000000000001";
    for (const act of ["trash", "restore", "keepMany"] as const) {
      const input = { portraitIds: [...ids, nobodys], kept: true };
      const { kept: _, ...named } = input;
      const refused =
        act === "keepMany" ? ada.api.gallery.keepMany.mutate(input) : ada.api.gallery[act].mutate(named);
      expect(await domainErrorOf(refused)).toMatchObject({ code: "not_found" });
    }
    expect(await hanging()).toEqual(expect.arrayContaining(ids));
    expect(
      (await ada.api.gallery.keepMany.mutate({ portraitIds: ids, kept: true })).every(({ kept }) => kept),
    ).toBe(true);
    const told = () =>
      server.database.executeSql(
        "select entity_id from subject_events where subject_id = $1 and type = 'portrait' order by position",
        [subjectId],
      );
    const before = (await told()).rows.length;
    await ada.api.gallery.trash.mutate({ portraitIds: ids });
    expect((await told()).rows.slice(before).map(({ entity_id }) => entity_id)).toEqual(ids);
    await ada.api.gallery.restore.mutate({ portraitIds: ids });
  });

  test("lists what was put there last first, a page at a time, and says how much there is", async () => {
    const { ids } = await make(3);
    for (const id of ids) {
      aheadMs += 1_000;
      await ada.api.gallery.trash.mutate({ portraitIds: [id] });
    }
    const first = await ada.api.gallery.listTrash.query({ limit: 2 });
    expect(first).toMatchObject({ portraits: [{ id: ids[2] }, { id: ids[1] }], total: 3 });
    const second = await ada.api.gallery.listTrash.query({ limit: 2, cursor: first.nextCursor });
    expect(second).toMatchObject({ portraits: [{ id: ids[0] }], nextCursor: null });
    await ada.api.gallery.restore.mutate({ portraitIds: ids });
  });

  test("removes for good what was there long enough, with every copy, and leaves the rest", async () => {
    const { generationId, ids } = await make(2, carol);
    const [old = "", recent = ""] = ids;
    const { sha256 } = await carol.api.gallery.get.query({ portraitId: old });
    await carol.fetch(`/images/portraits/${old}/160`);
    const { available } = await carol.api.credits.balance.query();
    await carol.api.gallery.trash.mutate({ portraitIds: [old] });
    aheadMs = dayMs;
    await carol.api.gallery.trash.mutate({ portraitIds: [recent] });
    aheadMs = 30 * dayMs - 60_000;
    expect(await removeDueTrash(server.studio)).toBe(0);
    aheadMs = 30 * dayMs + 60_000;
    expect(await removeDueTrash(server.studio)).toBe(1);
    await vi.waitFor(async () => expect(await filesOf(sha256, carolId)).toEqual([]), patience);
    expect(await inTrash(carol)).toEqual([recent]);
    expect(await domainErrorOf(carol.api.gallery.get.query({ portraitId: old }))).toMatchObject({
      code: "not_found",
    });
    expect((await carol.fetch(`/images/portraits/${old}/original`)).status).toBe(404);
    expect(await carol.api.generations.get.query({ generationId })).toMatchObject({
      putAway: 2,
      withheld: 0,
    });
    expect(await carol.api.credits.balance.query()).toMatchObject({ available });
    expect(await isolationProblems(carolId)).toEqual([]);
    await carol.api.gallery.restore.mutate({ portraitIds: [recent] });
  });

  test("is emptied at once when asked to, by its owner alone", async () => {
    const { ids } = await make(1);
    await ada.api.gallery.trash.mutate({ portraitIds: ids });
    expect(await bob.api.gallery.emptyTrash.mutate()).toEqual({ removed: 0, left: 0 });
    expect(await inTrash()).toEqual(ids);
    expect(await ada.api.gallery.emptyTrash.mutate()).toEqual({ removed: 1, left: 0 });
    expect(await inTrash()).toEqual([]);
    expect(await domainErrorOf(ada.api.gallery.restore.mutate({ portraitIds: ids }))).toMatchObject({
      code: "not_found",
    });
  });

  test("keeps a file that another portrait has, until the last of them is removed", async () => {
    const [one = "", other = ""] = [...(await make(1, bob)).ids, ...(await make(1, bob)).ids];
    const { sha256 } = await bob.api.gallery.get.query({ portraitId: one });
    await server.database.executeSql("update portraits set sha256 = $1 where id = $2", [sha256, other]);
    const pictures = [{ sha256, contentType: "image/png" }] as const;
    await bob.api.gallery.trash.mutate({ portraitIds: [one, other] });
    await deletePortraitPictures(server.studio, bobId, pictures);
    expect((await filesOf(sha256, bobId)).length).toBeGreaterThan(0);
    await server.database.executeSql("delete from portraits where id = any($1::uuid[])", [[one, other]]);
    await deletePortraitPictures(server.studio, bobId, pictures);
    // Smaller copies that were being made meanwhile go as soon as they are there.
    await expect.poll(() => filesOf(sha256, bobId), patience).toEqual([]);
  });

  test("leaves alone what a generation may just be storing, and tries again when storage failed", async () => {
    const { generationId, ids } = await make(1, bob);
    const { sha256 } = await bob.api.gallery.get.query({ portraitId: ids[0] ?? "" });
    const pictures = [{ sha256, contentType: "image/png" }] as const;
    const setStatus = (status: string, ended: string) =>
      server.database.executeSql(`update generations set status = $1, ended_at = ${ended} where id = $2`, [
        status,
        generationId,
      ]);
    await setStatus("storing", "null");
    await bob.api.gallery.trash.mutate({ portraitIds: ids });
    expect(await bob.api.gallery.emptyTrash.mutate()).toEqual({ removed: 0, left: 1 });
    await expect(deletePortraitPictures(server.studio, bobId, pictures)).rejects.toThrow(PicturesInUseYet);
    await setStatus("succeeded", "now()");
    deletionFails = true;
    expect(await bob.api.gallery.emptyTrash.mutate()).toEqual({ removed: 1, left: 0 });
    await expect(deletePortraitPictures(server.studio, bobId, pictures)).rejects.toThrow(
      StorageUnavailableError,
    );
    expect((await filesOf(sha256, bobId)).length).toBeGreaterThan(0);
    deletionFails = false;
    await vi.waitFor(async () => expect(await filesOf(sha256, bobId)).toEqual([]), patience);
  });
});

describeOnBothDatabases("the isolation log", (open) => {
  test("tells of the removal of what it was told of under an earlier key", async () => {
    await using opened = await open();
    await using server = await createTestStudio({ database: opened.database });
    const ada = await signUpWithModel(server.url);
    const { id: subjectId } = await ada.api.account.get.query();
    const { id } = await ada.api.generations.create.mutate({ brief: "by a window" });
    const { portraits } = await untilGenerationEnds(ada, id);
    await rotateKeys(server.studio);
    await ada.api.gallery.trash.mutate({ portraitIds: portraits.map((portrait) => portrait.id) });
    expect(await ada.api.gallery.emptyTrash.mutate()).toEqual({ removed: 1, left: 0 });
    const { problems } = await server.studio.readingAs(subjectId, (tx) =>
      checkSubject(server.studio.keyring, tx, subjectId),
    );
    expect(problems).toEqual([]);
  });
});
