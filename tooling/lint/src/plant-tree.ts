import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Writes files into a fresh temporary folder that is laid out like this repository, and removes it when the
 * running test ends.
 *
 * @param files contents by path, relative to the folder
 * @param links symbolic links, the path of the target by the path of the link, both relative to the folder
 * @returns the folder's path
 */
export async function plantTree(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-planted-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  for (const [link, target] of Object.entries(links)) {
    await mkdir(dirname(join(folder, link)), { recursive: true });
    await symlink(join(folder, target), join(folder, link));
  }
  return folder;
}
