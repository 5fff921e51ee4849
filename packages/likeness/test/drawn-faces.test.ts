import { drawnSelfies, genericIdentity, identityFromSeed, mixIdentities } from "@selfsame/drawn-faces";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFaceAnalyzer } from "../src/adapter/open-face-analyzer.ts";
import { buildProfile, type IdentityProfile } from "../src/build-profile.ts";
import { calibrations } from "../src/calibration.ts";
import { expression } from "../src/expression.ts";
import type { FaceAnalyzer } from "../src/face-analyzer.ts";
import type { SingleFace } from "../src/face-observation.ts";
import { likeness } from "../src/likeness.ts";
import type { Measurement } from "../src/measurement.ts";
import { drawnPicture, photographed } from "./drawn-pictures.ts";
import { areaUnderCurve, spearman } from "./rank-statistics.ts";
import { readFace } from "./read-face.ts";
import { writeFinding } from "./write-finding.ts";

const people = Array.from({ length: 6 }, (_, index) => identityFromSeed(`measured ${index}`));
/** Every other of the twelve drawn selfies: both sides, all framings, calm to laughing. */
const shown = new Set([0, 2, 4, 6, 8, 10]);
const findings: string[] = [];

let analyzer: FaceAnalyzer;
let selfies: SingleFace[][];

beforeAll(async () => {
  analyzer = openFaceAnalyzer();
  selfies = [];
  for (const person of people) {
    const set = drawnSelfies(person).filter((_, index) => shown.has(index));
    const files = await Promise.all(set.map(({ svg }) => photographed(svg)));
    selfies.push(await Promise.all(files.map((file) => readFace(analyzer, file, "drawn"))));
  }
});

afterAll(async () => {
  await analyzer.close();
  await writeFinding("drawn-faces", findings.toSorted());
});

function valueOf<Value>(result: Measurement<Value>): Value {
  if (!result.measurable) throw new Error(result.reason);
  return result.value;
}

function profileOf(references: readonly SingleFace[]): IdentityProfile {
  const result = buildProfile(references);
  if (!result.built) throw new Error(result.reason);
  return result.profile;
}

describe("drawn faces", () => {
  test("are told apart: AUC at least 0.99, and few pass for another or not for themselves", () => {
    const own: number[] = [];
    const others: number[] = [];
    for (const [index, set] of selfies.entries()) {
      for (const selfie of set) {
        for (const [other, references] of selfies.entries()) {
          const profile = profileOf(references.filter((reference) => reference !== selfie));
          (index === other ? own : others).push(valueOf(likeness(selfie, profile)).raw);
        }
      }
    }
    const area = areaUnderCurve(own, others);
    const { recognisableFrom } = calibrations.drawn;
    const passing = others.filter((raw) => raw >= recognisableFrom).length / others.length;
    const refused = own.filter((raw) => raw < recognisableFrom).length / own.length;
    findings.push(
      `identity: ${own.length} own, ${others.length} of others, AUC ${area.toFixed(4)}; strangers that pass ${passing.toFixed(3)}, own that do not ${refused.toFixed(3)}`,
    );
    expect(area).toBeGreaterThanOrEqual(0.99);
    expect(passing).toBeLessThanOrEqual(0.05);
    expect(refused).toBeLessThanOrEqual(0.05);
  });

  test.each([0, 1, 2, 3])("of person %i: the measured smile follows the drawn one", async (index) => {
    const person = people[index] ?? genericIdentity;
    const drawn = Array.from({ length: 11 }, (_, step) => step / 10);
    const files = await Promise.all(drawn.map((smile) => drawnPicture(person, { smile })));
    const faces = await Promise.all(files.map((file) => readFace(analyzer, file, "drawn")));
    const measured = faces.map((face) => valueOf(expression(face)).smile);
    const rank = spearman(drawn, measured);
    findings.push(
      `smile of person ${index}: Spearman ${rank.toFixed(3)}; ${measured.map((smile) => smile.toFixed(2)).join(" ")}`,
    );
    expect(rank).toBeGreaterThanOrEqual(0.9);
  });

  test.each([0, 1, 2, 3])("of person %i: likeness grows with the strength of training", async (index) => {
    const profile = profileOf(selfies[index] ?? []);
    const shares = [0, 0.25, 0.5, 0.75];
    const files = await Promise.all(
      shares.map((share) =>
        drawnPicture(mixIdentities(genericIdentity, people[index] ?? genericIdentity, share), { seed: 7 }),
      ),
    );
    const faces = await Promise.all(files.map((file) => readFace(analyzer, file, "drawn")));
    const scores = faces.map((face) => valueOf(likeness(face, profile)));
    findings.push(
      `training of person ${index}: ${scores.map(({ score, raw }) => `${score.toFixed(2)} (${raw.toFixed(3)})`).join(" < ")}`,
    );
    const raws = scores.map(({ raw }) => raw);
    expect(raws).toEqual(raws.toSorted((x, y) => x - y));
    expect(scores.at(-1)?.band).toBe("good");
  });

  test("have their own calibration, and are never held against photographs", () => {
    const [drawn] = selfies[0] ?? [];
    if (drawn === undefined) throw new Error("There is no drawn selfie.");
    const photographs = profileOf((selfies[0] ?? []).map((face) => ({ ...face, depiction: "photograph" })));
    expect(profileOf(selfies[0] ?? []).measuredWith.calibration).toBe(calibrations.drawn.version);
    expect(likeness(drawn, photographs)).toEqual({ measurable: false, reason: "not-comparable" });
  });
});
