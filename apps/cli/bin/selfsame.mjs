#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Sources run as they are from this Node on: it takes the types off by itself.
const neededMajor = 24;
const pinned = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url));
const installed = fileURLToPath(new URL("../node_modules/commander", import.meta.url));
const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** The Node to run on: the one the repository pins, else this one if it is new enough, else null. */
function findNode() {
  if (existsSync(pinned)) return pinned;
  return Number(process.versions.node.split(".")[0]) >= neededMajor ? process.execPath : null;
}

/** @param {string} line */
function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

const node = findNode();
if (node === null) {
  fail(
    `selfsame needs Node ${neededMajor}; this is Node ${process.versions.node}. Run npm start in the repository once: it installs the right one beside it.`,
  );
} else if (!existsSync(installed)) {
  fail(
    "The packages of selfsame are not installed yet. Run npm start in the repository once: it installs them.",
  );
} else {
  const child = spawn(node, ["--conditions=@selfsame/source", program, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  // A terminal tells both of a Ctrl-C, other senders this process alone; hearing of it twice does no harm.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  child.once("error", (error) => {
    fail(`selfsame could not be started: ${error.message}`);
  });
  child.once("close", (code) => {
    process.exitCode = code ?? 1;
  });
}
