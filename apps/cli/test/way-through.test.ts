import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { z } from "zod";
import { newEmail } from "./people.ts";
import { openTerminal } from "./terminal.ts";

const generationDocument = z.object({
  generation: z.object({
    id: z.string(),
    seed: z.number(),
    portraits: z.array(z.object({ id: z.string() })),
  }),
  saved: z.array(z.object({ portraitId: z.string(), file: z.string() })),
});

it("leads from a new account to saved portraits, with one JSON document for every step", async () => {
  await using terminal = await openTerminal();
  const { selfsame, server, folder } = terminal;
  const email = newEmail();

  const signedUp = await selfsame("sign-up", email, "--json");
  expect(signedUp.document()).toEqual({ server, email, signedIn: true });
  expect(signedUp.stdout).not.toContain("token");
  expect((await stat(join(folder, "config", "sessions.json"))).mode & 0o777).toBe(0o600);

  expect((await selfsame("whoami", "--json")).document()).toMatchObject({
    subject: { email, consent: null },
  });
  expect((await selfsame("consent", "--json")).document()).toMatchObject({
    text: {
      clauses: [
        { id: "adult" },
        { id: "own-face" },
        { id: "stored" },
        { id: "measured" },
        { id: "kept-for" },
      ],
    },
    consent: null,
  });
  const consented = await selfsame("consent", "--adult", "--own-face", "--json");
  expect(consented.document()).toMatchObject({ consent: { givenAt: expect.stringMatching(/^\d{4}-/) } });

  const drawn = z
    .object({ selfies: z.array(z.object({ id: z.string(), drawn: z.literal(true) })) })
    .parse((await selfsame("selfies", "add-drawn", "--json")).document());
  expect(drawn.selfies).toHaveLength(12);
  const listed = await selfsame("selfies", "list", "--json");
  expect(listed.document()).toMatchObject({ selfies: drawn.selfies, limits: { minimum: 5 } });
  const removed = drawn.selfies[0]?.id ?? "";
  expect((await selfsame("selfies", "remove", removed, "--json")).document()).toEqual({ removed: [removed] });

  const trained = await selfsame("train", "--json");
  expect(trained.stderr).toBe("");
  expect(trained.exitCode).toBe(0);
  expect(trained.document()).toMatchObject({
    training: { status: "ready", selfieCount: 11, active: true, simulated: true },
  });

  const brief = "reading by a window, late afternoon";
  const words = ["generate", brief, "--outputs", "2", "--seed", "7", "--expression", "calm"];
  const generated = await selfsame(...words, "--preset", "strong-likeness", "--output", "out", "--json");
  expect(generated.exitCode).toBe(0);
  const { generation, saved } = generationDocument.parse(generated.document());
  expect(generated.document()).toMatchObject({
    generation: {
      status: "succeeded",
      brief,
      seed: 7,
      expression: "calm",
      outputs: 2,
      withheld: 0,
      preset: { id: "strong-likeness" },
    },
  });
  expect(saved.map(({ portraitId }) => portraitId)).toEqual(generation.portraits.map(({ id }) => id));
  for (const { file } of saved) {
    const picture = await sharp(await readFile(join(folder, file))).metadata();
    expect(picture).toMatchObject({ format: "png" });
  }

  const key = "0197a000-0000-7000-8000-00000000cafe";
  const paid = ["generate", "paid once", "--key", key, "--json"];
  const [first, again] = [await selfsame(...paid), await selfsame(...paid)];
  expect(again.document()).toEqual(first.document());
  const credits = await selfsame("credits", "--json");
  expect(credits.document()).toMatchObject({
    balance: { available: 77, reserved: 0 },
    spending: { spent: 23, ownCap: null },
    costs: { portrait: 1, training: 20 },
    entries: [
      { kind: "settle", held: -1 },
      { kind: "reserve", amount: -1 },
      { kind: "settle", held: -2 },
      { kind: "reserve", amount: -2 },
      { kind: "settle", held: -20 },
      { kind: "reserve", amount: -20 },
      { kind: "grant", reason: "sign-up", amount: 100 },
    ],
    more: false,
  });
  const capped = await selfsame("credits", "--cap", "23", "--limit", "1");
  expect(capped.stdout).toContain("This month  23 spent, of 23 by your own limit");
  expect(capped.stdout).toContain("There are older entries");
  const refused = await selfsame("generate", "one too many", "--json");
  expect(refused.exitCode).toBe(4);
  expect(refused.error()).toMatchObject({ code: "monthly_cap_reached" });
  expect((await selfsame("credits", "--uncapped", "--json")).document()).toMatchObject({
    spending: { ownCap: null },
  });

  const gallery = await selfsame("gallery", "--limit", "1", "--download", "kept", "--json");
  expect(gallery.document()).toMatchObject({
    portraits: [{ generationId: generationDocument.parse(first.document()).generation.id }],
    more: true,
  });
  expect(await readdir(join(folder, "kept"))).toHaveLength(1);
  expect((await selfsame("gallery", "--kept", "--json")).document()).toMatchObject({
    portraits: [],
    more: false,
  });

  const packed = await selfsame("gallery", "download", "two.zip", "--limit", "2", "--json");
  expect(packed.document()).toMatchObject({ file: "two.zip", portraitIds: { length: 2 }, more: true });
  const zip = await readFile(join(folder, "two.zip"));
  // Named before its content and in the directory at the end.
  expect(zip.toString("latin1").match(/\.recipe\.json/g)?.length).toBe(4);
  expect((await selfsame("gallery", "download", "--kept", "--json")).document()).toMatchObject({
    file: null,
  });

  const exported = await selfsame("export", "all.zip", "--json");
  const archive = await readFile(join(folder, "all.zip"));
  expect(exported.document()).toEqual({ file: "all.zip", sizeBytes: archive.length });
  // The last record of a whole zip, and the last file of an export.
  expect(archive.lastIndexOf("PK\u0005\u0006")).toBe(archive.length - 22);
  expect(archive.lastIndexOf("manifest.json")).toBeGreaterThan(archive.length - 200);

  expect((await selfsame("status", "--json")).document()).toMatchObject({
    server,
    studio: { simulated: true },
    balance: { available: 77, reserved: 0 },
    selfieCount: 11,
    model: { ready: true },
    underWay: { training: null, generations: [] },
  });

  // This studio measures nothing, and every command that would show a number says so.
  expect((await selfsame("selfies", "check")).stdout).toContain("This studio measures nothing.");
  expect((await selfsame("portrait", generation.portraits[0]?.id ?? "")).stdout).toMatch(
    /^reading by a window, late afternoon\nMade .*, seed 7, simulated\nLikeness: not measured here\.\n$/,
  );
  expect((await selfsame("figures", "--by", "version")).stdout).toBe("This studio measures nothing.\n");
  const sorted = await selfsame("gallery", "--sort", "likeness", "--json");
  expect(sorted.exitCode).toBe(4);
  expect(sorted.error()).toMatchObject({ code: "measuring_off", field: "sort" });

  const listing = await selfsame("gallery");
  expect(listing.stdout.split("\n")[0]).toMatch(/^portrait +made +pixels +brief$/);
  expect(listing.stdout).toContain(brief);
  const said = await selfsame("generate", "in the rain");
  expect(said.stderr).toBe("");
  expect(said.stdout).toMatch(
    /^[0-9a-f-]{36} {2}\d+ × \d+ {2}simulated\nSeed \d+, preset natural-expression/,
  );

  expect((await selfsame("sign-out")).stdout).toBe(`Signed out at ${server}.\n`);
  expect((await selfsame("gallery")).exitCode).toBe(3);
});

it("previews a brief of the longest kind, also one whose letters take more room than an address has", async () => {
  await using terminal = await openTerminal();
  await terminal.selfsame("sign-up", newEmail());
  const long = await terminal.selfsame("preview", "sea, ".repeat(799), "--json");
  expect(long.document()).toMatchObject({ prompt: expect.stringContaining("sea, sea") });
  const wide = await terminal.selfsame("preview", "海".repeat(3_000), "--json");
  expect(wide.error()).toMatchObject({
    code: "prompt_refused",
    field: "brief",
    message: expect.stringContaining("512"),
  });
  expect(wide.exitCode).toBe(2);
});

it("shows a brief's prompt clause by clause, with the reasons and what was changed", async () => {
  await using terminal = await openTerminal();
  await terminal.selfsame("sign-up", newEmail());
  const brief = "a woman, grinning at the camera, (rain:1.3)";
  const preview = await terminal.selfsame("preview", brief, "--expression", "soft-smile", "--json");
  expect(preview.document()).toMatchObject({
    prompt: expect.stringContaining("rain"),
    clauses: expect.arrayContaining([{ text: "rain", origin: "brief", reason: expect.stringMatching(/\S/) }]),
    notes: expect.arrayContaining([expect.objectContaining({ code: "weights-unwrapped" })]),
  });
  const said = await terminal.selfsame("preview", brief);
  expect(said.stdout).toMatch(/^clause +from +why$/m);
  expect(said.stdout).toMatch(/^Note: .*forced smiles/m);
});
