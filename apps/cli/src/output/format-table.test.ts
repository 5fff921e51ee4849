import { expect, it } from "vitest";
import { formatTable } from "./format-table.ts";

it("gives every column the width of its longest cell, with numbers to the right", () => {
  expect(
    formatTable(
      ["file", "kB", ""],
      [
        ["a.jpg", 8, "drawn"],
        ["longer.jpg", 1200, ""],
      ],
    ),
  ).toEqual(["file          kB", "a.jpg          8  drawn", "longer.jpg  1200"]);
});
