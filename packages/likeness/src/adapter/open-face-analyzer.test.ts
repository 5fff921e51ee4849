import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { identityFromSeed } from "@selfsame/drawn-faces";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { drawnPicture } from "../../test/drawn-pictures.ts";
import type { FaceAnalysis, FaceAnalyzer, RgbPicture } from "../face-analyzer.ts";
import { cosineSimilarity } from "../cosine-similarity.ts";
import type { SingleFace } from "../face-observation.ts";
import { singleFace } from "../single-face.ts";
import { analyzePicture } from "./analyze-picture.ts";
import { installedFolders } from "./load-networks.ts";
import { openFaceAnalyzer, type AnalyzerTrouble, type FaceAnalyzerOptions } from "./open-face-analyzer.ts";
import { readPicture } from "./read-picture.ts";
import { startFaceWorker } from "./start-network-thread.ts";

const identity = identityFromSeed("analyzed");
let bytes: Buffer;
let picture: RgbPicture;

beforeAll(async () => {
  bytes = await drawnPicture(identity, { smile: 0.3 });
  const reading = await readPicture(bytes);
  if (!reading.read) throw new Error(reading.message);
  picture = reading.picture;
});

function open(options: FaceAnalyzerOptions = {}) {
  const workers: Worker[] = [];
  const troubles: AnalyzerTrouble[] = [];
  const analyzer = openFaceAnalyzer({
    onTrouble: (trouble) => troubles.push(trouble),
    startWorker: (start) => {
      const worker = startFaceWorker(start);
      workers.push(worker);
      return worker;
    },
    ...options,
  });
  onTestFinished(() => analyzer.close());
  return { analyzer, workers, troubles };
}

const causeOf = (analysis: FaceAnalysis) => (analysis.analyzed ? "analyzed" : analysis.cause);

describe("the analyzer", () => {
  test("starts no thread before the first picture, and one for all of them", async () => {
    const { analyzer, workers } = open();
    expect(workers).toHaveLength(0);
    const analyses = await Promise.all([analyzer.analyze(picture), analyzer.analyze(picture)]);
    expect(analyses.map(causeOf)).toEqual(["analyzed", "analyzed"]);
    expect(workers).toHaveLength(1);
  });

  test("sees the same in the same picture to the last bit, also in another thread", async () => {
    const { analyzer, workers } = open({ heldBytesLimit: 0 });
    const [first, second] = [await analyzer.analyze(picture), await analyzer.analyze(picture)];
    expect(workers).toHaveLength(2);
    expect(first).toEqual(second);
    expect(first).toMatchObject({
      analyzed: true,
      modelVersion: "human-3.3.6 face-api-1.7.15 tfjs-4.22.0 usage-1",
    });
  });

  test("answers for a thread that is killed at work, and goes on with the next picture", async () => {
    const { analyzer, workers, troubles } = open();
    await analyzer.analyze(picture);
    const [killed, next] = [analyzer.analyze(picture), analyzer.analyze(picture)];
    await workers[0]?.terminate();
    expect(causeOf(await killed)).toBe("crashed");
    expect(causeOf(await next)).toBe("analyzed");
    expect(troubles.map(({ cause }) => cause)).toEqual(["crashed"]);
    expect(workers).toHaveLength(2);
  });

  test("replaces a thread that died while nothing was asked of it", async () => {
    const { analyzer, workers, troubles } = open();
    await analyzer.analyze(picture);
    await workers[0]?.terminate();
    expect(causeOf(await analyzer.analyze(picture))).toBe("analyzed");
    expect(troubles).toEqual([]);
  });

  test("answers for a thread that runs out of memory, with its error for the log", async () => {
    const { analyzer, workers, troubles } = open({
      startWorker: (start) => {
        const worker = startFaceWorker(start, { heapLimitMb: workers.length === 0 ? 24 : 512 });
        workers.push(worker);
        return worker;
      },
    });
    expect(causeOf(await analyzer.analyze(picture))).toBe("crashed");
    expect(troubles[0]?.message).toContain("memory");
    expect(causeOf(await analyzer.analyze(picture))).toBe("analyzed");
  });

  test("gives up a picture that takes too long, and goes on with the next", async () => {
    const { analyzer, troubles } = open({ timeoutMs: 1 });
    expect(causeOf(await analyzer.analyze(picture))).toBe("timeout");
    expect(causeOf(await analyzer.analyze(picture))).toBe("timeout");
    expect(troubles.map(({ cause }) => cause)).toEqual(["timeout", "timeout"]);
  });

  test("says at once when too many wait", async () => {
    const { analyzer } = open({ waitingLimit: 1 });
    const [working, waiting, oneTooMany] = [0, 1, 2].map(() => analyzer.analyze(picture));
    expect(causeOf((await oneTooMany) ?? closedAnswer)).toBe("queue-full");
    expect(causeOf((await working) ?? closedAnswer)).toBe("analyzed");
    expect(causeOf((await waiting) ?? closedAnswer)).toBe("analyzed");
  });

  test("closed, it answers what was asked before and after, and leaves no thread", async () => {
    const { analyzer, workers, troubles } = open();
    const asked = [analyzer.analyze(picture), analyzer.analyze(picture)];
    await analyzer.close();
    const answers = await Promise.all([...asked, analyzer.analyze(picture)]);
    expect(answers.map(causeOf)).toEqual(["closed", "closed", "closed"]);
    expect(workers.map(({ threadId }) => threadId)).toEqual([-1]);
    expect(troubles).toEqual([]);
  });

  test.each(["humanModels", "faceApiModels"] as const)("says that the %s are missing", async (which) => {
    const empty = await mkdtemp(join(tmpdir(), "selfsame-no-models-"));
    onTestFinished(() => rm(empty, { recursive: true, force: true }));
    const { analyzer, troubles } = open({ folders: { ...installedFolders(), [which]: empty } });
    const analysis = await analyzer.analyze(picture);
    expect(causeOf(analysis)).toBe("models-missing");
    expect(singleFace(analysis, "drawn")).toEqual({ measurable: false, reason: "models-missing" });
    expect(troubles).toHaveLength(1);
  });

  test("refuses what is no picture without asking the networks", async () => {
    const { analyzer, workers } = open();
    for (const broken of [
      { ...picture, data: picture.data.subarray(1) },
      { ...picture, widthPixels: 0 },
      { ...picture, widthPixels: 1025 },
      { ...picture, heightPixels: 2.5 },
    ]) {
      expect(causeOf(await analyzer.analyze(broken))).toBe("bad-picture");
    }
    expect(workers).toHaveLength(0);
  });
});

const closedAnswer: FaceAnalysis = { analyzed: false, cause: "closed" };

describe("a picture file", () => {
  let analyzer: FaceAnalyzer;
  let plain: SingleFace;
  beforeAll(async () => {
    analyzer = openFaceAnalyzer();
    const found = await look(bytes);
    if (!found.measurable) throw new Error(found.reason);
    plain = found.value;
  });
  afterAll(() => analyzer.close());

  const look = async (file: Uint8Array) => {
    const { analysis } = await analyzePicture(analyzer, file);
    return singleFace(analysis, "drawn");
  };

  /** The same face as in the plain JPEG: nothing that can be written in a file makes another person of it. */
  async function expectSameFace(file: Uint8Array): Promise<void> {
    const changed = await look(file);
    if (!changed.measurable) throw new Error(changed.reason);
    expect(cosineSimilarity(plain.face.embedding, changed.value.face.embedding)).toBeGreaterThan(0.985);
  }

  const sizes = [16, 24, 32, 48, 64, 96, 128, 160, 192, 256, 320, 384, 512, 768, 1024, 2048];
  test.each(sizes)("of %i pixels is measured, or refused with a reason", async (edge) => {
    const found = await look(await sharp(bytes).resize({ height: edge }).png().toBuffer());
    const small = edge < 160 ? ["no-face", "too-small"] : ["measured", "too-small"];
    expect(found.measurable ? "measured" : found.reason).toBeOneOf(edge < 512 ? small : ["measured"]);
  });

  test("in the four colours of print is the same face", async () => {
    await expectSameFace(await sharp(bytes).toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer());
  });

  test.each([
    [3, 180],
    [6, 270],
    [8, 90],
  ])("lying as EXIF orientation %i says is the same face upright", async (orientation, degrees) => {
    const lying = await sharp(bytes)
      .rotate(degrees)
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer();
    await expectSameFace(lying);
  });

  test("with transparency is the same face on white", async () => {
    const { width, height } = await sharp(bytes).metadata();
    const alpha = Buffer.alloc(width * height, 255);
    alpha.fill(0, 0, width * 8);
    const raw = { width, height, channels: 1 } as const;
    await expectSameFace(await sharp(bytes).joinChannel(alpha, { raw }).png().toBuffer());
  });

  test("of sixteen bits, in grey and as AVIF is the same face", async () => {
    await expectSameFace(await sharp(bytes).toColourspace("rgb16").png().toBuffer());
    await expectSameFace(await sharp(bytes).greyscale().png().toBuffer());
    await expectSameFace(await sharp(bytes).avif({ quality: 70 }).toBuffer());
  });

  test("that moves is judged by its first picture", async () => {
    const { width, height } = await sharp(bytes).metadata();
    const second = await sharp({ create: { width, height, channels: 3, background: "#888" } })
      .png()
      .toBuffer();
    const moving = await sharp([bytes, second], { join: { animated: true } })
      .webp({ quality: 95 })
      .toBuffer();
    expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2);
    await expectSameFace(moving);
  });

  test.each([
    ["no bytes", () => new Uint8Array()],
    ["text", () => new TextEncoder().encode("not a picture")],
    ["half a JPEG", () => bytes.subarray(0, bytes.length / 2)],
    ["an SVG that promises more pixels than there are", () => new TextEncoder().encode(hugeSvg)],
  ])("that is %s is undecodable, and the next one is measured", async (_what, file) => {
    expect(await look(file())).toEqual({ measurable: false, reason: "undecodable" });
    expect((await look(bytes)).measurable).toBe(true);
  });
});

const hugeSvg = '<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"></svg>';
