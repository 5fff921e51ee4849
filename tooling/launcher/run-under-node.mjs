import { spawn } from "node:child_process";
import { join } from "node:path";
import { PlainProblem } from "./plain-problem.mjs";
import { prepare, root } from "./prepare.mjs";

/**
 * Installs, then runs one of this folder's programs under the installed Node until it ends, and ends with the
 * same exit code. Signals are passed on; the program ends as well when this process disappears.
 *
 * @param {string} program path, relative to the repository
 * @param {string[]} args
 */
export async function runUnderNode(program, args) {
  try {
    const { node, env } = await prepare();
    // Node keeps compiled modules between runs; a second start is a good deal faster for it.
    env.NODE_COMPILE_CACHE = join(root, "node_modules", ".cache", "node-compile");
    process.exitCode = await runToItsEnd(node, ["--conditions=@selfsame/source", program, ...args], env);
  } catch (error) {
    if (!(error instanceof PlainProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
function runToItsEnd(node, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd: root, env, stdio: ["inherit", "inherit", "inherit", "ipc"] });
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.on(signal, () => child.kill(signal));
    }
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
