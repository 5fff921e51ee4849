import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ensureChromium, findChromium } from "./find-chromium.ts";

function folderWith(name: string, mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), "selfsame-browser-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), "#!/bin/sh\n");
  chmodSync(join(folder, name), mode);
  return folder;
}

describe("findChromium", () => {
  it("takes the browser that CHROMIUM_PATH names", () => {
    const path = join(folderWith("my-browser", 0o755), "my-browser");
    expect(findChromium({ CHROMIUM_PATH: path })).toBe(path);
  });

  it("finds a browser on the PATH", () => {
    const folder = folderWith("google-chrome", 0o755);
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, "google-chrome"));
  });

  it("finds nothing where CHROMIUM_PATH names a file that cannot be run", () => {
    expect(findChromium({ CHROMIUM_PATH: join(folderWith("notes.txt", 0o644), "notes.txt") })).toBe(null);
  });
});

describe("ensureChromium", () => {
  it("says that CHROMIUM_PATH is wrong instead of looking elsewhere", () => {
    expect(() => ensureChromium({ CHROMIUM_PATH: "/nowhere/chromium" })).toThrow(
      "CHROMIUM_PATH names /nowhere/chromium, which is not a program that can be run.",
    );
  });
});
