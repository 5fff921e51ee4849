import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PlainProblem } from "./plain-problem.mjs";

const pnpmVersion = "12.21.0";

/** The repository's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Installs what the lockfile names, through the pinned pnpm, and finds the Node that came with it.
 *
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the Node to run with, and an environment whose
 *   PATH holds it, pnpm and every tool of the repository
 */
export async function prepare() {
  requireWritable(root);
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
  };
  const pnpm = await findPnpm(env);
  env.PATH = [join(root, "node_modules", ".bin"), dirname(pnpm), process.env.PATH].join(delimiter);
  await run(pnpm, ["install", "--frozen-lockfile"], env, "The packages could not be installed");
  writeFileSync(rememberedPnpm, pnpm);
  return { node: findNode(), env };
}

/** @param {string} folder */
function requireWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new PlainProblem(
      `The folder ${folder} cannot be written to, and Selfsame installs itself there. Make it writable, or copy it to a folder of yours.`,
    );
  }
}

const rememberedPnpm = join(root, "node_modules", ".selfsame-pnpm");

/**
 * Where the pinned pnpm lies. Asking npx costs more than a second, so its answer is kept with the packages.
 *
 * @param {NodeJS.ProcessEnv} env
 */
async function findPnpm(env) {
  if (existsSync(rememberedPnpm)) {
    const remembered = readFileSync(rememberedPnpm, "utf8");
    if (existsSync(remembered)) return remembered;
  }
  console.log("Installing. The first time takes about a minute.");
  const found = await run(
    "npx",
    ["--yes", "--package", `pnpm@${pnpmVersion}`, "-c", "command -v pnpm"],
    env,
    `pnpm ${pnpmVersion} could not be fetched`,
  );
  return found.trim();
}

function findNode() {
  const pinned = join(root, "node_modules", ".bin", "node");
  if (existsSync(pinned)) return pinned;
  const wanted = 24;
  if (Number(process.versions.node.split(".")[0]) >= wanted) return process.execPath;
  throw new PlainProblem(
    `The pinned Node is made for Linux alone; on ${process.platform} (${process.arch}) run this with Node ${wanted} or newer.`,
  );
}

/**
 * Runs a command in the repository and returns what it wrote to its standard output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} problem how to begin the message when it fails
 * @returns {Promise<string>}
 */
function run(command, args, env, problem) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => {
      output += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => {
      errors += chunk;
    });
    child.once("error", (error) => reject(new PlainProblem(`${problem}: ${error.message}`)));
    child.once("close", (code) => {
      if (code === 0) resolve(output);
      else reject(new PlainProblem(`${problem} (exit code ${code ?? "none"}):\n${errors}${output}`));
    });
  });
}
