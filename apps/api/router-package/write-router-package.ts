import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleRouterTypes } from "./bundle-router-types.ts";

/** What the types are written with: whoever has the package gets it with them. */
const writtenWith = ["@trpc/server", "zod"] as const;

/** The parts of `apps/api/package.json` that go into the package of types. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** The version of a dependency that is installed here. */
const versionOf = async (name: string): Promise<string> => {
  const text = await readFile(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8");
  // Safe: every installed package has its version there.
  return (JSON.parse(text) as { version: string }).version;
};

/**
 * Writes the package that other apps install: the type of the router, and nothing that runs.
 *
 * @throws Error when the types need a package that is not in `writtenWith`
 */
export async function writeRouterPackage(folder: string): Promise<void> {
  const types = await bundleRouterTypes();
  const imported = [...types.matchAll(/(?:from |import\()"(?<name>(?:@[^"/]+\/)?[^"/]+)/gu)].map(
    ({ groups }) => groups?.["name"] ?? "",
  );
  const unknown = imported.filter((name) => !writtenWith.some((known) => known === name));
  if (unknown.length > 0)
    throw new Error(
      `The router's types lead to ${unknown.join(", ")}: give the procedure an output of its own`,
    );
  // Safe: it is this package's own manifest.
  const { name, version, license } = JSON.parse(
    await readFile(new URL("../package.json", import.meta.url), "utf8"),
  ) as Manifest;
  const manifest = {
    name,
    version,
    description: "The type of a Selfsame studio's router, for tRPC clients. Nothing in it runs.",
    license,
    type: "module",
    exports: { "./router": { types: "./router.d.ts" }, "./package.json": "./package.json" },
    files: ["router.d.ts"],
    dependencies: Object.fromEntries(
      await Promise.all(writtenWith.map(async (each) => [each, `^${await versionOf(each)}`] as const)),
    ),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "router.d.ts"), types);
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
