import { enhancements, presetFor, presets } from "../src/index.ts";

const begin = (name: string): string => `<!-- ${name}: written by pnpm tables -->`;
const end = (name: string): string => `<!-- end of ${name} -->`;

const table = (head: readonly string[], rows: readonly (readonly (string | number | boolean)[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const code = (value: string | number | boolean): string => `\`${String(value)}\``;

/** The tables of the README that are made of what the package holds, by name. */
const tables: Readonly<Record<string, () => string>> = {
  presets: () =>
    table(
      ["preset", "version", "guidance", "steps", "quality", "trigger", "prompt quality", "what for"],
      Object.values(presets).map((preset) => [
        code(preset.id),
        preset.version,
        preset.guidance,
        preset.numInferenceSteps,
        preset.outputQuality,
        code(preset.triggerPlacement),
        code(preset.promptQuality),
        preset.id === presetFor("studio").id ? `**${preset.standing}**` : preset.standing,
      ]),
    ),
  enhancements: () =>
    table(
      ["level", "layer", "scale", "phrase"],
      Object.entries(enhancements).map(([level, { slug, scale, phrase }]) => [
        code(level),
        slug,
        scale,
        code(phrase),
      ]),
    ),
};

/**
 * A page with its tables as they are now.
 *
 * @throws Error when the page has no place for one of them
 */
export function withPresetTables(page: string): string {
  let written = page;
  for (const [name, rows] of Object.entries(tables)) {
    const [from, to] = [written.indexOf(begin(name)), written.indexOf(end(name))];
    if (from === -1 || to < from) throw new Error(`The page has no place for the table of ${name}`);
    written = `${written.slice(0, from)}${begin(name)}\n${rows()}\n${written.slice(to)}`;
  }
  return written;
}
