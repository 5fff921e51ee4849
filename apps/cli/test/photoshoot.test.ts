import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { done, openTerminalOfPerson, writePhotos } from "./people.ts";
import type { Terminal } from "./terminal.ts";

const shootDocument = z.object({
  shoot: z.object({
    id: z.string(),
    shots: z.array(
      z.object({
        shot: z.object({ id: z.string() }),
        takes: z.number(),
        generation: z.object({ portraits: z.array(z.object({ id: z.string() })) }),
      }),
    ),
  }),
});

describe("a photoshoot from the terminal", () => {
  let terminal: Terminal;
  beforeAll(async () => {
    terminal = await openTerminalOfPerson();
    await done(terminal.selfsame("selfies", "add", await writePhotos(terminal, 5)));
    await done(terminal.selfsame("train"));
  });
  afterAll(() => terminal[Symbol.asyncDispose]());

  it("goes from the collections to a shoot, a retry, a download and an enhanced portrait", async () => {
    const { selfsame, folder } = terminal;
    const listed = await done(selfsame("photoshoot", "collections"));
    expect(listed.stdout).toMatch(/^plain-walls +Plain walls +10/m);
    const shown = await done(selfsame("photoshoot", "show", "plain-walls"));
    expect(shown.stdout).toContain("10 portraits, 10 credits");

    const shot = await done(
      selfsame("photoshoot", "shoot", "plain-walls", "--shots", "plaster, blue-wall", "--json"),
    );
    const { shoot } = shootDocument.parse(shot.document());
    expect(shoot.shots.map((one) => one.shot.id)).toEqual(["plaster", "blue-wall"]);
    expect(shoot.shots.every(({ generation }) => generation.portraits.length === 1)).toBe(true);

    const again = await done(selfsame("photoshoot", "retry", shoot.id, "2", "--json"));
    expect(shootDocument.parse(again.document()).shoot.shots[1]?.takes).toBe(2);
    const status = await done(selfsame("photoshoot", "status", shoot.id));
    expect(status.stdout).toMatch(/2 +blue-wall .* take 2/);
    expect((await done(selfsame("photoshoot", "status"))).stdout).toContain(shoot.id);

    const file = join(folder, "shoot.zip");
    await done(selfsame("photoshoot", "download", shoot.id, file));
    expect((await stat(file)).size).toBeGreaterThan(1_000);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);

    const portrait = shoot.shots[0]?.generation.portraits[0]?.id ?? "";
    const enhanced = await done(selfsame("enhance", portrait, "--level", "medium"));
    expect(enhanced.stdout).toContain(`plain     ${portrait}`);
    expect(enhanced.stdout).toContain("What was learned of medium:");
  });

  it("is cancelled, and says what it does not know", async () => {
    const { selfsame } = terminal;
    const asked = await done(selfsame("photoshoot", "shoot", "quiet-halls", "--no-wait", "--json"));
    const { id } = z.object({ shoot: z.object({ id: z.string() }) }).parse(asked.document()).shoot;
    await done(selfsame("photoshoot", "cancel", id));
    const waited = await selfsame("photoshoot", "status", id, "--wait", "--json");
    expect(waited.document()).toMatchObject({ shoot: { endedAt: expect.any(String) } });

    const unknown = await selfsame("photoshoot", "show", "nowhere", "--json");
    expect(unknown.error()).toMatchObject({ code: "collection_unknown", field: "collection" });
    expect(unknown.exitCode).toBe(2);
    const noShot = await selfsame("photoshoot", "retry", id, "99", "--json");
    expect(noShot.error()).toMatchObject({ code: "shot_unknown" });
    const nobodys = "0197a000-0000-7000-8000-000000000001";
    const noZip = await selfsame("photoshoot", "download", nobodys, "--json");
    expect(noZip.error()).toMatchObject({ code: "shoot_unavailable" });
    const noPortrait = await selfsame("enhance", nobodys, "--json");
    expect(noPortrait.error()).toMatchObject({ code: "not_found" });
  });
});
