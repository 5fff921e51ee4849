import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export type DocumentedExample = { readonly name: string; readonly code: string };

const root = join(import.meta.dirname, "..");

/** Every `ts` block of the README, by the heading above it. */
export function readmeExamples(): readonly DocumentedExample[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  return readme
    .split(/^### /m)
    .slice(1)
    .flatMap((section) => {
      const [name = ""] = section.split("\n");
      return Array.from(section.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = ""]) => ({ name, code }));
    });
}

/** Every `@example` of the exported declarations' comments, by file. */
export function docstringExamples(): readonly DocumentedExample[] {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join(root, "src", file), "utf8");
    return Array.from(source.matchAll(/^ \* @example\n((?: \*.*\n)+?) \*\//gm), ([, comment = ""], at) => ({
      name: `${file} ${at + 1}`,
      code: comment.replaceAll(/^ \* ?/gm, ""),
    }));
  });
}

/**
 * An example as a module that exports what each line is and what its comment says it is: every expression that
 * a comment follows, on its line or on the next, is checked against that comment.
 */
export function checkedModule(code: string, exportedNames: readonly string[]): string {
  const body = code
    .replaceAll(/^import .* from "@selfsame\/flux-core";\n/gm, "")
    .replaceAll(
      /^(?!const |if |\/\/|\s)(.+);(?: |\n)\/\/ (.+)$/gm,
      (_line, expression: string, said: string) => {
        return `seen.push([${expression}, (${said})]);`;
      },
    );
  const imports = `import { ${exportedNames.join(", ")} } from "@selfsame/flux-core";`;
  return `${imports}\nexport const seen: [unknown, unknown][] = [];\n${body}`;
}
