import { expect, it } from "vitest";
import { page } from "./page.ts";

const origin = "http://127.0.0.1:1";
const list = (count: number) => Array.from({ length: count }, (_, index) => ({ sequence: count - index }));
const show = (items: { sequence: number }[], url: string) =>
  page(items, url, origin, ({ sequence }) => sequence);

it("walks to the end and back in whole addresses", () => {
  const items = list(250);
  const first = show(items, `${origin}/v1/predictions?source=`);
  const second = show(items, first.next ?? "");
  const third = show(items, second.next ?? "");
  expect(first.results).toHaveLength(100);
  expect([...first.results, ...second.results, ...third.results]).toEqual(
    items.map(({ sequence }) => sequence),
  );
  expect(first.previous).toBeNull();
  expect(third.next).toBeNull();
  expect(show(items, third.previous ?? "").results).toEqual(second.results);
  expect(first.next).toMatch(/^http:\/\/127\.0\.0\.1:1\/v1\/predictions\?source=&cursor=/);
});

it("neither skips nor repeats when newer records come and the named one goes", () => {
  const items = list(150);
  const first = show(items, `${origin}/v1/predictions`);
  const changed = [{ sequence: 152 }, { sequence: 151 }, ...items.filter(({ sequence }) => sequence !== 51)];
  expect(show(changed, first.next ?? "").results).toEqual(items.slice(100).map(({ sequence }) => sequence));
});

it("answers an unreadable cursor with 404", () => {
  expect(() => show(list(3), `${origin}/v1/predictions?cursor=nonsense`)).toThrow(/404/);
});
