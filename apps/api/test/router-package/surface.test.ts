import { expect, test } from "vitest";
import { describeSurface } from "./describe-surface.ts";

/** A difference here is a change of the api: docs/API.md says which may be made, and how it is told. */
test("what the router takes and gives is what is on record", async () => {
  await expect(describeSurface()).toMatchFileSnapshot("./surface.txt");
});
