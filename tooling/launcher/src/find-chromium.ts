import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = ["/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const installation = ["install", "-y", "--no-install-recommends", "chromium"];

/** Where Chromium is: the file named by `CHROMIUM_PATH`, else one on the PATH; null when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  if (environment.CHROMIUM_PATH) return canRun(environment.CHROMIUM_PATH) ? environment.CHROMIUM_PATH : null;
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, ...elsewhere].find(canRun) ?? null;
}

/**
 * Finds Chromium, or installs it where this process may.
 *
 * @throws one clear line with the command that installs it
 */
export function ensureChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const found = findChromium(environment);
  if (found !== null) return found;
  if (environment.CHROMIUM_PATH) {
    throw new Error(
      `CHROMIUM_PATH names ${environment.CHROMIUM_PATH}, which is not a program that can be run.`,
    );
  }
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    console.log("Installing Chromium with apt-get.");
    const quiet = { stdio: "ignore", env: { ...environment, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update"], quiet);
    spawnSync("apt-get", installation, quiet);
    const installed = findChromium(environment);
    if (installed !== null) return installed;
  }
  throw new Error(
    `The browser journey needs Chromium. Install it (on Debian: apt-get ${installation.join(" ")}), or name it in CHROMIUM_PATH.`,
  );
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not to be run by us: either way it is not the browser we look for.
    return false;
  }
}
