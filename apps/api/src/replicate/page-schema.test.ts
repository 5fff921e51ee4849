import * as z from "zod";
import { expect, it } from "vitest";
import { pageSchema } from "./page-schema.ts";

const schema = pageSchema(z.object({ id: z.string() }));

it.each([
  ["the cursor of the next page", "https://api.example/v1/predictions?cursor=cD0yMDI&x=1", "cD0yMDI"],
  ["no next page", null, null],
  ["a next page without a cursor", "https://api.example/v1/predictions", null],
  ["a next page that is no address", "more", null],
])("reads %s", (_name, next, cursor) => {
  expect(schema.parse({ next, results: [{ id: "a" }] })).toEqual({
    cursor,
    items: [{ id: "a" }],
    unreadable: 0,
  });
});

it("counts entries that it cannot read", () => {
  expect(schema.parse({ results: [{ id: "a" }, { id: 1 }, null, { id: "b" }] })).toEqual({
    cursor: null,
    items: [{ id: "a" }, { id: "b" }],
    unreadable: 2,
  });
});
