import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { drawnProgress } from "./drawn-progress.ts";

it("draws in place and leaves one line with the outcome behind", () => {
  const terminal = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY: true, columns: 100 });
  const line = drawnProgress(terminal).begin("photo.jpg");
  line.show({ phase: "sending", done: 5, total: 10 });
  line.end("added");
  const drawn = String(terminal.read());
  expect(stripVTControlCharacters(drawn)).toMatch(/photo\.jpg +added\n$/);
  expect(drawn.match(/\n/g)).toHaveLength(1);
  expect(drawn.lastIndexOf("\u001B[?25h")).toBeGreaterThan(drawn.lastIndexOf("\u001B[?25l"));
});

it("draws nothing where there is no terminal", () => {
  const file = new PassThrough({ encoding: "utf8" });
  const line = drawnProgress(file).begin("photo.jpg");
  line.show({ phase: "sending", done: 5, total: 10 });
  line.end("added");
  expect(file.read()).toBeNull();
});
