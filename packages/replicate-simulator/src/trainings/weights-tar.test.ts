import { expect, it } from "vitest";
import { weightsTar } from "./weights-tar.ts";

it("is a ustar archive with one JSON file whose checksum fits", () => {
  const tar = weightsTar({ share: 0.9 });
  const header = Buffer.from(tar.subarray(0, 512));
  const text = (from: number, length: number) =>
    header.toString("latin1", from, from + length).replace(/\0.*$/s, "");
  const sizeBytes = Number.parseInt(text(124, 12), 8);
  const checksum = Number.parseInt(text(148, 8), 8);
  header.fill(" ", 148, 156);

  expect(tar.length % 512).toBe(0);
  expect(text(0, 100)).toBe("output/flux_train_replicate/simulated-weights.json");
  expect(header.toString("latin1", 257, 263)).toBe("ustar\0");
  expect(checksum).toBe(header.reduce((sum, byte) => sum + byte, 0));
  expect(JSON.parse(tar.toString("utf8", 512, 512 + sizeBytes))).toEqual({ share: 0.9 });
});
