import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unprivilegedUser } from "@selfsame/vitest/unprivileged-user";
import { describe, expect, it, onTestFinished } from "vitest";

const launcher = fileURLToPath(new URL("..", import.meta.url));

/** A repository that holds nothing but the launcher's entries. */
function plantEntries(): string {
  const root = mkdtempSync(join(tmpdir(), "selfsame-entry-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, "tooling", "launcher");
  mkdirSync(folder, { recursive: true });
  cpSync(launcher, folder, { recursive: true, filter: (path) => path === launcher || path.endsWith(".mjs") });
  return root;
}

interface RunOptions {
  readonly nodeArgs?: readonly string[];
  /** Runs under a user that has to ask before it writes: as root, under another one. */
  readonly asOrdinaryUser?: boolean;
}

function run(root: string, entry: string, { nodeArgs = [], asOrdinaryUser = false }: RunOptions = {}) {
  const user = asOrdinaryUser ? unprivilegedUser() : null;
  // The other user may not be able to reach this Node.
  const node = user ? join(root, "node") : process.execPath;
  const options = user ? { uid: user.uid, gid: user.gid } : {};
  const args = [...nodeArgs, join(root, "tooling", "launcher", entry)];
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: root, encoding: "utf8", ...options });
  return { status, said: `${stdout}${stderr}` };
}

describe.each(["start.mjs", "test.mjs", "torture.mjs", "shots.mjs", "verify.mjs"])("%s", (entry) => {
  it("says in one line that Node is too old", () => {
    const pretend = "Object.defineProperty(process, 'version', { value: 'v18.20.4' })";
    const nodeArgs = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`];
    const { status, said } = run(plantEntries(), entry, { nodeArgs });
    expect(said).toMatch(/^This is Node 18\.20\.4; Selfsame needs Node 20 or newer\. .+\n$/);
    expect(status).toBe(1);
  });

  it("says in one line that its folder cannot be written to", () => {
    const root = plantEntries();
    copyFileSync(process.execPath, join(root, "node"));
    chmodSync(root, 0o555);
    onTestFinished(() => chmodSync(root, 0o755));
    const { status, said } = run(root, entry, { asOrdinaryUser: true });
    expect(said).toMatch(/^The folder \S+ cannot be written to, .+\n$/);
    expect(status).toBe(1);
  });
});
