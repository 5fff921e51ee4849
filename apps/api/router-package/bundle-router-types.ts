import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";

const declarations = fileURLToPath(new URL("../dist/trpc/router.d.ts", import.meta.url));
const entry = "./router.d.ts";

/**
 * The router's type as one declaration file that knows tRPC and zod and nothing else. What procedures are given on the
 * server is no part of it: a client sees inputs, outputs and failures.
 *
 * @returns the text of the file; `tsc -b` must have written the declarations
 */
export async function bundleRouterTypes(): Promise<string> {
  await using bundle = await rolldown({
    input: entry,
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    external: (id) => !/^[./]/u.test(id) && !id.startsWith("@selfsame/"),
    plugins: [
      {
        name: "the type alone",
        resolveId: (id) => (id === entry ? { id: `${declarations}.entry.d.ts` } : null),
        load: (id) => {
          if (id.endsWith(".entry.d.ts"))
            return `export type { AppRouter } from ${JSON.stringify(declarations)};`;
          return id.endsWith("/trpc/context.d.ts") ? "export type Context = object;" : null;
        },
      },
      dts({ generator: "oxc", dtsOnly: true, sourcemap: false }),
    ],
  });
  const { output } = await bundle.generate({ format: "es" });
  const [file, ...more] = output;
  if (more.length > 0) throw new Error("The router's types are not one file");
  return file.code;
}
