import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../test/create-test-database.ts";
import { createTestStudio } from "../../test/create-test-studio.ts";
import { domainErrorOf } from "../../test/domain-error-of.ts";
import { type SignedUp, signUp } from "../../test/sign-up.ts";
import { renderShot } from "./render-shot.ts";

describe("the photoshoot door over HTTP", () => {
  const disposal = new AsyncDisposableStack();
  let person: SignedUp;

  beforeAll(async () => {
    const { database } = disposal.use(await createTestDatabase("pglite"));
    const server = disposal.use(await createTestStudio({ database }));
    person = await signUp(server.url);
  });
  afterAll(() => disposal.disposeAsync());

  test("offers every shot of every collection with the brief it comes to", async () => {
    const offered = await person.api.photoshoot.collections.query();
    expect(offered.length).toBeGreaterThanOrEqual(12);
    for (const { shots } of offered) {
      for (const { brief, ...shot } of shots) expect(brief).toBe(renderShot(shot).brief);
    }
  });

  test("writes a collection as a file and reads the same back", async () => {
    const [first] = await person.api.photoshoot.collections.query();
    if (first === undefined) throw new Error("no collection is offered");
    const words = {
      title: first.title,
      description: first.description,
      shots: first.shots.map(({ brief: _brief, ...shot }) => shot),
    };
    const { file } = await person.api.photoshoot.writeCollection.mutate(words);
    expect(await person.api.photoshoot.readCollection.mutate({ file })).toEqual(words);
  });

  test("refuses a file with a foreign field, and names it", async () => {
    const file = JSON.stringify({ format: "selfsame-collection", formatVersion: 1, model: "somebody/else" });
    const refused = await domainErrorOf(person.api.photoshoot.readCollection.mutate({ file }));
    expect(refused).toMatchObject({ code: "collection_refused", details: { code: "field-invalid" } });
  });
});
