import { expect, it } from "vitest";
import { explainRunError } from "./explain-run-error.ts";

it("says what to do about pictures that were held back", () => {
  expect(explainRunError("content-withheld")).toEqual({
    message: "The safety check held every picture back.",
    fix: "It is sometimes wrong about ordinary portraits. Try again, or say more about clothes and surroundings.",
  });
});

it("says that the selfies are kept when a training could not read them", () => {
  expect(explainRunError("training-set-unreadable").fix).toContain("your selfies are still here");
});
