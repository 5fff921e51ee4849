import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawFace, drawnSelfies, identityFromSeed, plainScene, type Identity } from "@selfsame/drawn-faces";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTerminal, type Terminal } from "./terminal.ts";

/** Nobody listens there: measuring asks no studio. */
const noStudio = "http://127.0.0.1:9";
const share = z.number().min(0).max(1);
const measuredPictures = z.array(
  z.discriminatedUnion("measurable", [
    z.strictObject({
      file: z.string(),
      measurable: z.literal(true),
      likeness: z.strictObject({ score: share, raw: z.number(), band: z.string() }),
      smile: share,
      fakeSmileRisk: share,
      naturalness: share,
      texture: z.strictObject({ ratio: z.number().positive(), band: z.string() }).optional(),
      modelVersion: z.string(),
    }),
    z.strictObject({
      file: z.string(),
      measurable: z.literal(false),
      reason: z.string(),
      modelVersion: z.string().nullable(),
    }),
  ]),
);

const [anna, berta] = [identityFromSeed("anna of the terminal"), identityFromSeed("berta of the terminal")];
const portraitOf = (identity: Identity, smile: number) =>
  Buffer.from(
    drawFace({ identity, scene: { ...plainScene, smile, seed: 3 }, widthPixels: 576, heightPixels: 768 }),
  );

let terminal: Terminal;
beforeAll(async () => {
  terminal = await openTerminal(noStudio);
  const folder = (name: string) => join(terminal.folder, name);
  await mkdir(folder("drawn"));
  for (const { fileName, svg } of drawnSelfies(anna, 6)) {
    await sharp(Buffer.from(svg))
      .jpeg()
      .toFile(folder(`drawn/${fileName.replace(".svg", ".jpg")}`));
  }
  await sharp(portraitOf(anna, 0)).png().toFile(folder("calm.png"));
  await sharp(portraitOf(anna, 1)).png().toFile(folder("smiling.png"));
  await sharp(portraitOf(berta, 0)).png().toFile(folder("somebody.png"));
  await sharp({ create: { width: 600, height: 800, channels: 3, background: "#8090a0" } })
    .png()
    .toFile(folder("wall.png"));
  // A picture without a face among the references: left out, and named.
  await copyFile(folder("wall.png"), folder("drawn/wall.png"));
  await writeFile(folder("letter.png"), "Dear studio, this is not a picture.");
});
afterAll(() => terminal[Symbol.asyncDispose]());

const measured = async (...words: string[]) => {
  const ended = await terminal.selfsame("measure", ...words, "--json");
  expect(ended.stderr).toBe("");
  expect(ended.exitCode).toBe(0);
  return measuredPictures.parse(ended.document());
};

describe("selfsame measure, with neither an account nor a studio", () => {
  it("tells the person from somebody else, a smile from none, and says why it has no number", async () => {
    const files = ["calm.png", "smiling.png", "somebody.png", "wall.png", "letter.png"];
    const pictures = await measured("--references", "drawn", "--drawn", ...files);
    expect(pictures.map(({ file }) => file)).toEqual(files);
    const [calm, smiling, somebody, wall, letter] = pictures;
    if (calm?.measurable !== true || smiling?.measurable !== true || somebody?.measurable !== true) {
      throw new Error("A drawn face was not measured.");
    }
    expect(calm.likeness.band).toBe("good");
    expect(somebody.likeness.band).toBe("not-recognisable");
    expect(somebody.likeness.score).toBeLessThan(calm.likeness.score);
    expect(smiling.smile).toBeGreaterThan(calm.smile);
    expect(calm.modelVersion).toMatch(/^human-\S+ face-api-\S+ tfjs-\S+ usage-\d+ drawn-\d+$/);
    expect(wall).toMatchObject({ measurable: false, reason: "no-face" });
    expect(letter).toMatchObject({ measurable: false, reason: "undecodable", modelVersion: null });
  });

  it("knows a simulated portrait by its file, and holds none against photographs", async () => {
    const simulated = sharp(portraitOf(anna, 0.2)).withExif({ IFD0: { ImageDescription: "SIMULATED" } });
    await writeFile(join(terminal.folder, "simulated.png"), await simulated.png().toBuffer());
    // Without --drawn the references count as photographs, for nothing in their files says otherwise.
    const [picture] = await measured("--references", "drawn", "simulated.png");
    expect(picture).toMatchObject({ measurable: false, reason: "not-comparable" });
  });

  it("says it in plain words, without a cosine", async () => {
    const said = await terminal.selfsame(
      "measure",
      "--references",
      "drawn",
      "--drawn",
      "calm.png",
      "somebody.png",
      "wall.png",
    );
    expect(said).toMatchObject({ exitCode: 0, stderr: "" });
    expect(said.stdout).toMatch(/^calm\.png +like the references \(\d+ of 100\) +calm/m);
    expect(said.stdout).toMatch(/^somebody\.png +not recognisable/m);
    expect(said.stdout).toMatch(/^wall\.png +not measured: no face was found$/m);
    expect(said.stdout).toContain("Held against 6 of 7 references.");
    expect(said.stdout).toContain(`Not used: ${join("drawn", "wall.png")}: no face was found.`);
    expect(said.stdout).not.toMatch(/0\.\d/);
  });

  it("judges a set as the coach does: each selfie, and what is missing", async () => {
    const ended = await terminal.selfsame("measure", "--selfies", "drawn", "--drawn", "--json");
    expect(ended.exitCode).toBe(0);
    const document = z
      .looseObject({
        verdict: z.string(),
        usable: z.number(),
        missing: z.array(z.string()),
        selfies: z.array(
          z.strictObject({ file: z.string(), verdict: z.string(), issues: z.array(z.looseObject({})) }),
        ),
      })
      .parse(ended.document());
    expect(document).toMatchObject({ verdict: "not-enough", usable: 6, anotherPerson: [] });
    expect(document.missing).toContain("more-selfies");
    expect(document.selfies.filter(({ verdict }) => verdict === "reject")).toEqual([
      {
        file: join("drawn", "wall.png"),
        verdict: "reject",
        issues: [{ code: "no-face", severity: "reject" }],
      },
    ]);
  });

  it.each([
    [["calm.png"], "usage"],
    [["--references", "drawn"], "usage"],
    [["--selfies", "drawn", "calm.png"], "usage"],
    [["--references", "nowhere", "calm.png"], "path_unreadable"],
    [["--references", "wall.png", "calm.png"], "references_unmeasurable"],
  ])("refuses %j with %s, and exit code 2", async (words, code) => {
    const ended = await terminal.selfsame("measure", ...words, "--json");
    expect(ended.error().code).toBe(code);
    expect([ended.exitCode, ended.stdout]).toEqual([2, ""]);
  });
});

const faces = process.env.LIKENESS_FACES_DIR ?? "";
const whyNot = faces === "" ? " (not tried: LIKENESS_FACES_DIR names no folder)" : "";

describe.skipIf(faces === "")(`photographs${whyNot}`, () => {
  it("are told apart, and two people or a cut-off face are refused", async () => {
    const at = (name: string) => join(faces, name);
    const pictures = await measured(
      "--references",
      at("obama.jpg"),
      at("obama3.jpg"),
      at("biden.jpg"),
      at("two_people.jpg"),
      at("obama_partial_face.jpg"),
    );
    expect(pictures).toMatchObject([
      { measurable: true, likeness: { band: "good" } },
      { measurable: true, likeness: { band: "not-recognisable" } },
      { measurable: false, reason: "several-faces" },
      { measurable: false, reason: "cut-off" },
    ]);
  });
});
