import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { done, openTerminalOfPerson } from "./people.ts";

it("runs an experiment from a design to its verdict and its report", async () => {
  await using terminal = await openTerminalOfPerson();
  const { selfsame, folder } = terminal;
  await done(selfsame("selfies", "add-drawn"));
  await done(selfsame("train"));

  const ready = z
    .object({ design: z.looseObject({ arms: z.array(z.unknown()), briefs: z.array(z.unknown()) }) })
    .parse((await selfsame("lab", "ready", "--json")).document());
  const { comparisons: _, ...design } = ready.design;
  const small = {
    ...design,
    arms: design.arms.slice(0, 2),
    briefs: design.briefs.slice(0, 1),
    seeds: [7, 8],
  };
  await writeFile(join(folder, "small.json"), JSON.stringify(small));
  const run = await selfsame("lab", "run", "small.json", "--budget", "4", "--json");
  expect(run.document()).toMatchObject({
    experiment: { status: "finished", cells: { total: 4, made: 4 } },
    verdict: { winner: null, comparisons: [{ names: ["previous", "natural expression"] }] },
  });
  const { experiment } = z.object({ experiment: z.object({ id: z.string() }) }).parse(run.document());
  const report = await selfsame("lab", "export", experiment.id, "--output", "report.html", "--json");
  expect(report.document()).toMatchObject({ file: "report.html", format: "html" });
  expect(await readFile(join(folder, "report.html"), "utf8")).toContain("Arm against arm");
  expect((await selfsame("lab", "verdict", experiment.id)).stdout).toContain("likeness");
  const unknown = await selfsame("lab", "run", "--ready", "nothing", "--json");
  expect(unknown.error()).toMatchObject({ code: "usage", field: "name" });
});
