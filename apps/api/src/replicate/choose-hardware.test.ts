import { expect, it } from "vitest";
import { chooseHardware } from "./choose-hardware.ts";

it.each<[readonly [string, ...string[]], string]>([
  [["cpu", "gpu-h100", "gpu-t4"], "gpu-t4"],
  [["cpu", "gpu-h100", "gpu-l40s"], "gpu-l40s"],
  [["cpu", "gpu-next-year"], "gpu-next-year"],
  [["cpu"], "cpu"],
])("chooses from %j %s", ([first, ...rest], expected) => {
  expect(chooseHardware([{ sku: first }, ...rest.map((sku) => ({ sku }))])).toBe(expected);
});
