import { text } from "node:stream/consumers";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { rowsAsCsv, rowsAsJson } from "./write-rows.ts";

async function* pagesOf(...pages: Record<string, unknown>[][]) {
  yield* pages;
}
const at = new Date("2026-05-01T10:00:00.000Z");

describe("exported rows", () => {
  test("are one JSON array over all pages, with moments as ISO has them", async () => {
    const written = await text(
      Readable.from(
        rowsAsJson(
          pagesOf(
            [
              { n: 1, at },
              { n: 2, at: null },
            ],
            [{ n: 3 }],
          ),
        ),
      ),
    );
    expect(JSON.parse(written)).toEqual([{ n: 1, at: at.toISOString() }, { n: 2, at: null }, { n: 3 }]);
  });

  test("are an empty array where there are none", async () => {
    expect(JSON.parse(await text(Readable.from(rowsAsJson(pagesOf()))))).toEqual([]);
    expect(await text(Readable.from(rowsAsCsv(["a", "b"], pagesOf())))).toBe("\uFEFFa,b\n");
  });

  test("are CSV that a spreadsheet reads as it is meant, whatever a person wrote", async () => {
    const rows = [
      { brief: 'one, "two"\nthree', amount: -20, at, input: { a: 1 }, kept: true, note: null },
      { brief: "=HYPERLINK(1)", amount: 3, at, input: null, kept: false, note: "@x" },
    ];
    const columns = ["brief", "amount", "at", "input", "kept", "note"];
    expect(await text(Readable.from(rowsAsCsv(columns, pagesOf(rows))))).toBe(
      [
        "\uFEFFbrief,amount,at,input,kept,note",
        `"one, ""two""\nthree",-20,2026-05-01T10:00:00.000Z,"{""a"":1}",true,`,
        "'=HYPERLINK(1),3,2026-05-01T10:00:00.000Z,,false,'@x",
        "",
      ].join("\n"),
    );
  });
});
