import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { done, newEmail, openTerminalOfPerson, writePhotos } from "./people.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#8090a0" } })
    .png()
    .toBuffer();

const badFiles = [
  {
    title: "an empty file",
    name: "empty.jpg",
    bytes: async () => Buffer.alloc(0),
    code: "selfie_empty",
    message: "The file is empty.",
    fix: "Choose the photo again; it may not have finished copying.",
  },
  {
    title: "a text file called .jpg",
    name: "letter.jpg",
    bytes: async () => Buffer.from("Dear studio, this is not a photo."),
    code: "selfie_not_an_image",
    message: "The file is not a picture, whatever its name says.",
    fix: "Choose a JPEG, PNG, WebP or HEIC photo.",
  },
  {
    title: "an image of one pixel",
    name: "dot.png",
    bytes: () => plain(1, 1),
    code: "selfie_too_small",
    message: "The picture has 1 × 1 pixels; at least 512 are needed on its short side.",
    fix: "Use the original photo rather than a preview or a crop.",
  },
  {
    title: "an image 30,000 pixels wide",
    name: "panorama.png",
    bytes: () => plain(30_000, 600),
    code: "selfie_too_many_pixels",
    message: "The picture has 30000 × 600 pixels, more than the studio opens.",
    fix: "Export the photo at 4,000 pixels or less on its long side.",
  },
] as const;

describe("somebody with consent and no model", () => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminalOfPerson();
  });
  afterAll(() => terminal[Symbol.asyncDispose]());

  it.each(badFiles)(
    "is told what is wrong with $title, and exit code 2",
    async ({ name, bytes, ...expected }) => {
      await writeFile(join(terminal.folder, name), await bytes());
      const { code, message, fix } = expected;
      const ended = await terminal.selfsame("selfies", "add", name, "--json");
      expect(ended.error()).toEqual({ code, message, fix, field: "file" });
      expect(ended.exitCode).toBe(2);
      expect(ended.document()).toEqual({
        added: [],
        alreadyThere: [],
        refused: [{ file: name, error: { code, message, fix, field: "file" } }],
        notSent: [],
      });
    },
  );

  it("reads what happened and what to do, and has nothing half added", async () => {
    await writeFile(join(terminal.folder, "nothing.jpg"), "");
    const said = await terminal.selfsame("selfies", "add", "nothing.jpg");
    expect(said).toMatchObject({
      exitCode: 2,
      stdout: "1 refused.\n",
      stderr: "The file is empty.\nChoose the photo again; it may not have finished copying.\n",
    });
    const listed = await terminal.selfsame("selfies", "list", "--json");
    expect(listed.document()).toMatchObject({ selfies: [] });
  });

  it("is asked for something that a picture can be made from when the brief is empty", async () => {
    for (const command of ["generate", "preview"]) {
      const ended = await terminal.selfsame(command, "", "--json");
      expect(ended.error()).toEqual({
        code: "brief_empty",
        message: "The brief is empty.",
        fix: "Say in a few words what the portrait should show.",
        field: "brief",
      });
      expect([ended.exitCode, ended.stdout]).toEqual([2, ""]);
    }
  });

  it("learns how long a brief may be when it is over 4,000 characters", async () => {
    const ended = await terminal.selfsame("generate", "x".repeat(4_001), "--json");
    expect(ended.error()).toEqual({
      code: "brief_too_long",
      message: "The brief has 4001 characters; 4000 is the most.",
      fix: "Shorten it: what comes first counts most.",
      field: "brief",
    });
    expect([ended.exitCode, ended.stdout]).toEqual([2, ""]);
  });

  it("learns that a training comes before the first portrait, with exit code 4", async () => {
    const ended = await terminal.selfsame("generate", "by the sea", "--json");
    expect(ended.error()).toEqual({
      code: "model_missing",
      message: "There is no model of your face yet.",
      fix: "Add at least 5 selfies and start the training; portraits follow when it is ready.",
      field: null,
    });
    expect([ended.exitCode, ended.stdout]).toEqual([4, ""]);
    expect((await terminal.selfsame("status", "--json")).document()).toMatchObject({
      underWay: { generations: [] },
    });
  });

  it("learns which presets there are not", async () => {
    const ended = await terminal.selfsame("preview", "by the sea", "--preset", "plastic", "--json");
    expect(ended.error()).toMatchObject({ code: "preset_unknown", field: "presetId" });
    expect(ended.exitCode).toBe(2);
  });
});

it("is not let in with a wrong password, and stays signed out with exit code 3", async () => {
  await using terminal = await openTerminal();
  const email = newEmail();
  await done(terminal.selfsame("sign-up", email));
  await done(terminal.selfsame("sign-out"));
  const ended = await terminal.start(["sign-in", email, "--password-stdin", "--json"], {
    input: "not the password\n",
  }).ended;
  expect(ended.error()).toEqual({
    code: "wrong_password",
    message: "The e-mail address or the password is wrong.",
    fix: "Check both and try again. A new account is made with selfsame sign-up.",
    field: "password",
  });
  expect([ended.exitCode, ended.stdout]).toEqual([3, ""]);
  expect((await terminal.selfsame("whoami", "--json")).error().code).toBe("not_signed_in");
});

it("is told how to sign up properly", async () => {
  await using terminal = await openTerminal();
  const taken = newEmail();
  await done(terminal.selfsame("sign-up", taken));
  const short = { environment: { SELFSAME_PASSWORD: "short" } };
  const none = { environment: { SELFSAME_PASSWORD: "" } };
  const errors = await Promise.all(
    [
      terminal.start(["sign-up", taken, "--json"]),
      terminal.start(["sign-up", "nobody", "--json"]),
      terminal.start(["sign-up", newEmail(), "--json"], short),
      terminal.start(["sign-up", newEmail(), "--json"], none),
      terminal.start(["sign-up", "--json"]),
    ].map(async ({ ended }) => {
      const { error, exitCode } = await ended;
      return { code: error().code, field: error().field, exitCode };
    }),
  );
  expect(errors).toEqual([
    { code: "email_taken", field: "email", exitCode: 2 },
    { code: "email_invalid", field: "email", exitCode: 2 },
    { code: "password_too_short", field: "password", exitCode: 2 },
    { code: "password_missing", field: "password", exitCode: 2 },
    { code: "email_missing", field: "email", exitCode: 2 },
  ]);
});

it("sends nothing before consent is given, and says which files were not sent", async () => {
  await using terminal = await openTerminal();
  await done(terminal.selfsame("sign-up", newEmail()));
  await writePhotos(terminal, 2);
  const ended = await terminal.selfsame("selfies", "add", "photos", "--json");
  expect(ended.error()).toMatchObject({ code: "consent_missing", fix: expect.stringMatching(/agree/) });
  expect(ended.exitCode).toBe(4);
  expect(ended.document()).toMatchObject({
    added: [],
    notSent: ["photos/photo-0.jpg", "photos/photo-1.jpg"],
  });
  const half = await terminal.selfsame("consent", "--adult", "--json");
  expect(half.error()).toMatchObject({ code: "consent_incomplete", field: "own-face" });
  expect(half.exitCode).toBe(2);
  const old = ["consent", "--adult", "--own-face", "--text-version", "2001-01-01", "--json"];
  const outdated = await terminal.selfsame(...old);
  expect(outdated.error()).toMatchObject({ code: "consent_text_outdated", field: "textVersion" });
  expect(outdated.exitCode).toBe(4);
});

it("adds the good files of a folder, names the bad ones, and takes a second run as nothing new", async () => {
  await using terminal = await openTerminalOfPerson();
  const folder = await writePhotos(terminal, 4);
  await writeFile(join(folder, "notes.txt"), "not sent");
  await mkdir(join(folder, "inside"));
  await writeFile(join(folder, "broken.jpg"), "");
  await writeFile(join(folder, "letter.JPG"), "Dear studio");

  const first = await terminal.selfsame("selfies", "add", "photos", "--json");
  expect(first.exitCode).toBe(2);
  expect(first.error()).toMatchObject({ code: "selfies_refused", field: "paths" });
  expect(first.document()).toMatchObject({
    added: [0, 1, 2, 3].map((index) => ({ file: `photos/photo-${index}.jpg` })),
    refused: [
      { file: "photos/broken.jpg", error: { code: "selfie_empty" } },
      { file: "photos/letter.JPG", error: { code: "selfie_not_an_image" } },
    ],
    notSent: [],
  });

  const few = await terminal.selfsame("train", "--json");
  expect(few.error()).toEqual({
    code: "training_too_few_selfies",
    message: "There are 4 selfies; a training needs at least 5.",
    fix: "Add 1 more. 10 to 20 in different light and from different sides work best.",
    field: null,
  });
  expect([few.exitCode, few.stdout]).toEqual([4, ""]);

  const again = await terminal.selfsame("selfies", "add", "photos/photo-0.jpg");
  expect(again.exitCode).toBe(0);
  expect(again.stdout).toBe("photos/photo-0.jpg: This is the same photo as photo-0.jpg.\n1 there already.\n");
  const listed = await terminal.selfsame("selfies", "list");
  expect(listed.stdout).toMatch(/^4 selfies; at least 5/m);
});
