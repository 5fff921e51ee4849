import { type Command, Option } from "commander";
import type { FiguresView } from "../client/views.ts";
import { formatTable } from "../output/format-table.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

const groupings = ["preset", "service", "version"] as const;
type Spread = FiguresView["groups"][number]["likeness"];

/** `selfsame figures`: how the portraits measure by preset, service or version. */
export function addFigures(program: Command, run: Run): void {
  program
    .command("figures")
    .description("how your portraits measure, by what they were made with (0 to 100; half lie in the range)")
    .addOption(new Option("--by <what>", "group by").choices(groupings).default("preset"))
    .action(({ by }: { readonly by: FiguresView["by"] }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const document = await client.measuring.figures.query({ by });
        return { document, lines: linesOf(document) };
      }),
    );
}

function linesOf({ measuredWith, groups, unscored }: FiguresView): string[] {
  if (measuredWith === null) return ["This studio measures nothing."];
  const without = unscored.reduce((sum, { portraits }) => sum + portraits, 0);
  const rows = groups.map(({ name, portraits, likeness, naturalness, smile }) => [
    nameOf(name),
    portraits,
    inWords(likeness),
    inWords(naturalness),
    inWords(smile),
  ]);
  return [
    ...(rows.length === 0
      ? ["No portrait has been measured yet."]
      : formatTable(["made with", "portraits", "likeness", "natural", "smile"], rows)),
    "",
    `${without} portraits have no number. Measured with ${measuredWith}.`,
  ];
}

function nameOf(name: FiguresView["groups"][number]["name"]): string {
  switch (name.by) {
    case "preset":
      return `${name.presetId} ${name.presetVersion}${name.changed ? ", changed" : ""}`;
    case "service":
      return name.service;
    case "version":
      return name.number === null ? name.trainingId : `version ${name.number}`;
  }
}

function inWords({ low, middle, high }: Spread): string {
  const whole = (share: number): number => Math.round(share * 100);
  return `${whole(middle)} (${whole(low)} to ${whole(high)})`;
}
