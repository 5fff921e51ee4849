import { findChromium } from "@selfsame/launcher";
import { type Browser, chromium } from "playwright-core";

/**
 * Starts the installed Chromium.
 *
 * @throws when there is none; `npm test` installs it or says how
 */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error("There is no Chromium here: set CHROMIUM_PATH, or run npm test.");
  // Chromium's sandbox refuses to run as root, which tests in containers are.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}
