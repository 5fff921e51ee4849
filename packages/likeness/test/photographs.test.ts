import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyzePicture } from "../src/adapter/analyze-picture.ts";
import { openFaceAnalyzer } from "../src/adapter/open-face-analyzer.ts";
import { buildProfile } from "../src/build-profile.ts";
import { cosineSimilarity } from "../src/cosine-similarity.ts";
import { expression } from "../src/expression.ts";
import type { FaceAnalyzer } from "../src/face-analyzer.ts";
import type { SingleFace } from "../src/face-observation.ts";
import { gateSelfie } from "../src/gate-selfie.ts";
import { likeness } from "../src/likeness.ts";
import { singleFace } from "../src/single-face.ts";
import { havePhotographs, photograph, whyNot } from "./photographs.ts";
import { readFace } from "./read-face.ts";
import { writeFinding } from "./write-finding.ts";

const people = {
  obama: ["obama.jpg", "obama3.jpg"],
  biden: ["biden.jpg", "biden2.jpg"],
  collins: ["astronaut.png"],
} as const;
const broadSmiles = ["astronaut.png", "obama.jpg", "biden2.jpg"];
/** Large enough that a change of light, sharpness or angle leaves them measurable; the smallest is refused once shrunk. */
const largeFaces = ["obama.jpg", "biden.jpg", "biden2.jpg"];
const neutral = ["obama3.jpg", "biden.jpg"];

/** What happens to a picture on its way, and how far the face may then be from the original: measured, rounded down. */
const changes: readonly (readonly [name: string, leastCosine: number, change: (picture: Sharp) => Sharp])[] =
  [
    ["768 pixels", 0.99, (picture) => picture.resize(768, 768, { fit: "inside" })],
    ["512 pixels", 0.98, (picture) => picture.resize(512, 512, { fit: "inside" })],
    ["JPEG quality 50", 0.98, (picture) => picture.jpeg({ quality: 50 })],
    ["JPEG quality 20", 0.97, (picture) => picture.jpeg({ quality: 20 })],
    ["blur σ 2", 0.95, (picture) => picture.blur(2)],
    ["blur σ 5", 0.85, (picture) => picture.blur(5)],
    ["dark × 0.35", 0.97, (picture) => picture.linear(0.35, 0)],
    ["bright × 1.5 + 20", 0.93, (picture) => picture.linear(1.5, 20)],
    ["grey", 0.96, (picture) => picture.greyscale()],
    ["mirrored", 0.97, (picture) => picture.flop()],
    ["turned 10°", 0.97, (picture) => picture.rotate(10, { background: "#808080" })],
    ["turned 25°", 0.97, (picture) => picture.rotate(25, { background: "#808080" })],
  ];

const faces = new Map<string, SingleFace>();
let analyzer: FaceAnalyzer;

beforeAll(async () => {
  analyzer = openFaceAnalyzer();
  if (!havePhotographs) return;
  for (const name of Object.values(people).flat()) {
    faces.set(name, await readFace(analyzer, await photograph(name), "photograph"));
  }
});
afterAll(() => analyzer.close());

function faceOf(name: string): SingleFace {
  const face = faces.get(name);
  if (face === undefined) throw new Error(`${name} was not read.`);
  return face;
}

function rawBetween(first: string, second: string): number {
  return cosineSimilarity(faceOf(first).face.embedding, faceOf(second).face.embedding);
}

function smileOf(face: SingleFace): number {
  const found = expression(face);
  return found.measurable ? found.value.smile : Number.NaN;
}

describe.skipIf(!havePhotographs)(`photographs${whyNot}`, () => {
  test("of one person are nearer to each other than to anyone else", () => {
    const names = Object.values(people).flat();
    const sameAs = (name: string) => Object.values(people).find((own) => own.some((each) => each === name));
    const pairs = names.flatMap((first, index) =>
      names.slice(index + 1).map((second) => ({
        raw: rawBetween(first, second),
        same: sameAs(first) === sameAs(second),
      })),
    );
    const own = pairs.filter(({ same }) => same).map(({ raw }) => raw);
    const others = pairs.filter(({ same }) => !same).map(({ raw }) => raw);
    expect(own).toHaveLength(2);
    expect(others).toHaveLength(8);
    expect(Math.min(...own)).toBeGreaterThan(Math.max(...others) + 0.05);
  });

  test.each([
    ["obama3.jpg", "obama.jpg", "good"],
    ["biden2.jpg", "biden.jpg", "good"],
    ["obama3.jpg", "biden.jpg", "not-recognisable"],
    ["astronaut.png", "biden2.jpg", "not-recognisable"],
  ])("%s against %s reads %s", (portrait, reference, band) => {
    const built = buildProfile([faceOf(reference)]);
    if (!built.built) throw new Error(built.reason);
    expect(likeness(faceOf(portrait), built.profile)).toMatchObject({ measurable: true, value: { band } });
  });

  test("smile broadly above those that do not smile", () => {
    const smiles = broadSmiles.map((name) => smileOf(faceOf(name)));
    const others = neutral.map((name) => smileOf(faceOf(name)));
    expect(Math.min(...smiles)).toBeGreaterThan(0.5);
    expect(Math.max(...others)).toBeLessThan(0.2);
  });

  test.each([
    ["two_people.jpg", "several-faces"],
    ["obama_partial_face.jpg", "cut-off"],
  ] as const)("%s is refused: %s", async (name, reason) => {
    const { analysis } = await analyzePicture(analyzer, await photograph(name));
    expect(singleFace(analysis, "photograph")).toEqual({ measurable: false, reason });
    expect(gateSelfie(analysis).issues.map(({ code }) => code)).toContain(reason);
  });

  test("a picture without a face is refused", async () => {
    const corner = sharp(await photograph("biden2.jpg")).extract({
      left: 0,
      top: 0,
      width: 200,
      height: 200,
    });
    const { analysis } = await analyzePicture(analyzer, await corner.png().toBuffer());
    expect(singleFace(analysis, "photograph")).toEqual({ measurable: false, reason: "no-face" });
  });

  test.each(largeFaces)("%s is sharp, and is called blurred once it is", async (name) => {
    const blurred = await sharp(await photograph(name))
      .resize(1024, 1024, { fit: "inside" })
      .blur(5)
      .png()
      .toBuffer();
    const { analysis } = await analyzePicture(analyzer, blurred);
    const codes = gateSelfie(analysis).issues.map(({ code }) => code);
    const before = gateSelfie((await analyzePicture(analyzer, await photograph(name))).analysis);
    expect(codes).toContain("blurred");
    expect(before.issues.map(({ code }) => code)).not.toContain("blurred");
  });

  test("stay the same face through size, JPEG, blur, light, mirroring and rotation", async () => {
    const lines = ["change             cosine min   smile drift max   sharpness   refused"];
    for (const [name, leastCosine, change] of changes) {
      const { cosines, drifts, sharpness, refusals } = await changedFaces(name, change);
      const least = Math.min(...cosines);
      const range = `${Math.min(...sharpness).toFixed(0)}–${Math.max(...sharpness).toFixed(0)}`;
      const drift = Math.max(...drifts).toFixed(2);
      lines.push(
        `${name.padEnd(18)} ${least.toFixed(3).padStart(10)} ${drift.padStart(17)} ${range.padStart(11)}   ${refusals.join(", ")}`,
      );
      expect.soft(least, name).toBeGreaterThanOrEqual(leastCosine);
      expect.soft(refusals, name).toEqual(name.endsWith("pixels") ? ["too-small"] : []);
    }
    await writeFinding("robustness", lines);
  });
});

async function changedFaces(name: string, change: (picture: Sharp) => Sharp) {
  const cosines: number[] = [];
  const drifts: number[] = [];
  const sharpness: number[] = [];
  const refusals: string[] = [];
  for (const file of largeFaces) {
    const prepared = sharp(await photograph(file)).resize(1024, 1024, {
      fit: "inside",
      withoutEnlargement: true,
    });
    const changed = change(sharp(await prepared.flatten().png().toBuffer()));
    const bytes = await (name.startsWith("JPEG") ? changed : changed.png()).toBuffer();
    const found = singleFace((await analyzePicture(analyzer, bytes)).analysis, "photograph");
    if (found.measurable) {
      const original = faceOf(file);
      cosines.push(cosineSimilarity(found.value.face.embedding, original.face.embedding));
      drifts.push(Math.abs(smileOf(found.value) - smileOf(original)));
      sharpness.push(found.value.face.chip.sharpness);
    } else refusals.push(found.reason);
  }
  return { cosines, drifts, sharpness, refusals };
}
