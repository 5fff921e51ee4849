import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const uncommented = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/\s*|^\/\/.*$/gm, "");
const declaration = (file: string): string => uncommented(readFileSync(join(root, "dist", file), "utf8"));

beforeAll(async () => {
  await promisify(execFile)(join(root, "node_modules", ".bin", "tsc"), ["-b", root]);
}, 60_000);

/** What the index exports, declaration by declaration, with what those declarations are written with. */
function publicApi(): string {
  const sections: string[] = [];
  for (const [, names = "", path = ""] of declaration("index.d.ts").matchAll(
    /\{([^}]*)\} from "\.\/(.*)\.ts"/g,
  )) {
    const exported = new Set(names.split(",").map((name) => name.replace(/\btype\b/, "").trim()));
    const declarations = declaration(`${path}.d.ts`)
      .split(/^(?=export |declare |type |import )/m)
      .map((text) => text.trim())
      .filter((text) => {
        const name = /^export (?:declare )?(?:const|function|type) (\w+)/.exec(text)?.[1];
        return name === undefined ? !/^(?:import|export) /.test(text) && text !== "" : exported.has(name);
      });
    sections.push(`// ${path}\n${declarations.join("\n")}`);
  }
  return `${sections.join("\n\n")}\n`;
}

test("the public names and their types are the ones on record", async () => {
  await expect(publicApi()).toMatchFileSnapshot("./fixtures/public-api.txt");
});
