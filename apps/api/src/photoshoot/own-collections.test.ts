import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestStudio, type TestStudio } from "../../test/create-test-studio.ts";
import { describeOnBothDatabases } from "../../test/describe-on-both-databases.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { signUpWithModel, untilGenerationEnds } from "../../test/ready-subject.ts";
import { type SignedUp, signUp } from "../../test/sign-up.ts";
import { slowMorning } from "./collections/slow-morning.ts";
import { renderShot } from "./render-shot.ts";
import { maximumOwnCollections } from "./save-own-collection.ts";

const { id: _id, version: _version, ...studioWords } = slowMorning;
const words = { ...studioWords, title: "Mine", shots: slowMorning.shots.slice(0, 2) };

describeOnBothDatabases("a collection of one's own", (open) => {
  const disposal = new AsyncDisposableStack();
  let server: TestStudio;
  let person: SignedUp;
  beforeAll(async () => {
    const { database } = disposal.use(await open());
    server = disposal.use(await createTestStudio({ database }));
    person = await signUpWithModel(server.url);
  });
  afterAll(() => disposal.disposeAsync());

  const save = (over: object = {}) => person.api.photoshoot.saveCollection.mutate({ ...words, ...over });
  const all = () => person.api.photoshoot.ownCollections.query();

  test("is kept, changed, listed newest first and deleted", async () => {
    const first = await save();
    const second = await save({ title: "Another" });
    expect((await all()).map(({ id }) => id).slice(0, 2)).toEqual([second.id, first.id]);
    const changed = await save({ title: "Changed", id: first.id, version: 1 });
    expect(changed).toMatchObject({ id: first.id, version: 2, title: "Changed" });
    await person.api.photoshoot.deleteCollection.mutate({ id: first.id });
    expect((await all()).some(({ id }) => id === first.id)).toBe(false);
    expect(
      await domainErrorOf(person.api.photoshoot.deleteCollection.mutate({ id: first.id })),
    ).toMatchObject({
      code: "not_found",
    });
  });

  test("that two pages change at once is changed by the first, and the second is told", async () => {
    const { id } = await save();
    await save({ title: "From here", id, version: 1 });
    const refused = await domainErrorOf(save({ title: "From there", id, version: 1 }));
    expect(refused).toMatchObject({ code: "collection_changed", details: { version: 2 } });
    expect((await all()).find((own) => own.id === id)?.title).toBe("From here");
  });

  test("names nobody and builds, or is not kept, and can so be shared as it is", async () => {
    const named = [{ ...words.shots[0], place: "the house of user20417733" }];
    const refused = await domainErrorOf(save({ shots: named }));
    expect(refused).toMatchObject({ code: "collection_refused", details: { path: "shots.0.place" } });
    const { id: _own, version: _one, createdAt: _at, savedAt: _saved, shots, ...rest } = await save();
    const shared = { ...rest, shots: shots.map(({ brief: _brief, ...shot }) => shot) };
    const { file } = await person.api.photoshoot.writeCollection.mutate(shared);
    const read = await (await signUp(server.url)).api.photoshoot.readCollection.mutate({ file });
    expect(read).toEqual(words);
  });

  test("is photographed as the studio's own are, as it was then, and its shoots outlive it", async () => {
    const { id } = await save();
    const shoot = await person.api.photoshoot.start.mutate({
      collectionId: id,
      idempotencyKey: randomUUID(),
    });
    await person.api.photoshoot.deleteCollection.mutate({ id });
    for (const { generation } of shoot.shots) await untilGenerationEnds(person, generation?.id ?? "");
    const after = await person.api.photoshoot.get.query({ shootId: shoot.id });
    expect(after).toMatchObject({ collectionId: id, title: "Mine", progress: { ready: 2 } });
    expect(after.shots.map(({ shot }) => shot)).toEqual(words.shots);
  });

  test("is made from one's portraits: a shot as it was, and of any other brief a draft to complete", async () => {
    const [shot] = words.shots;
    if (shot === undefined) throw new Error("there is no shot");
    const { id } = await save();
    const shoot = await person.api.photoshoot.start.mutate({
      collectionId: id,
      shotIds: [shot.id],
      idempotencyKey: randomUUID(),
    });
    const plain = await person.api.generations.create.mutate({
      brief: "On the pier, grey coat, low sun",
      expression: "candid",
    });
    const ids = [shoot.shots[0]?.generation?.id ?? "", plain.id];
    const portraitIds: string[] = [];
    for (const generationId of ids)
      portraitIds.push((await untilGenerationEnds(person, generationId)).portraits[0]?.id ?? "");
    const [asItWas, drafted] = await person.api.photoshoot.draftShots.query({ portraitIds });
    const { id: _shotId, ...shotWords } = shot;
    expect(asItWas).toEqual(shotWords);
    expect(drafted).toMatchObject({
      title: "On the pier",
      moment: "On the pier",
      clothes: "grey coat",
      light: "low sun",
      place: "",
      expression: "candid",
    });
    expect(renderShot(shot).brief).toContain(asItWas?.moment ?? "nothing");
  });

  test("is one of fifty at most", async () => {
    const other = await signUp(server.url);
    const savings = Array.from({ length: maximumOwnCollections + 1 }, () =>
      other.api.photoshoot.saveCollection.mutate(words),
    );
    const outcomes = await Promise.allSettled(savings);
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await other.api.photoshoot.ownCollections.query()).toHaveLength(maximumOwnCollections);
  });
});
