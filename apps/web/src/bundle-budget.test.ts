import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build, type Rolldown } from "vite";
import { beforeAll, describe, expect, it, vi } from "vitest";

/** The first script of the page, with everything it needs before it runs; kB are 1,000 bytes, gzip's default level. */
const firstScriptBudgetBytes = 130_000;

const root = fileURLToPath(new URL("..", import.meta.url));
let files: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[] = [];

beforeAll(async () => {
  // The test runner's own NODE_ENV would choose React's development build.
  vi.stubEnv("NODE_ENV", "production");
  const built = await build({ root, logLevel: "error", build: { write: false } });
  if (!("output" in built)) throw new Error("The build watches instead of ending");
  files = built.output;
  vi.unstubAllEnvs();
});

describe("the built page", () => {
  it("needs no more than 130 kB of script before it runs", () => {
    const chunks = new Map(files.filter(isChunk).map((chunk) => [chunk.fileName, chunk]));
    const needed = new Set<string>();
    const need = (fileName: string) => {
      if (needed.has(fileName)) return;
      needed.add(fileName);
      for (const imported of chunks.get(fileName)?.imports ?? []) need(imported);
    };
    for (const { fileName } of [...chunks.values()].filter(({ isEntry }) => isEntry)) need(fileName);

    const sizeBytes = [...needed]
      .map((fileName) => gzipSync(chunks.get(fileName)?.code ?? "").length)
      .reduce((sum, size) => sum + size, 0);

    expect(needed.size).toBeGreaterThan(0);
    expect(sizeBytes).toBeLessThanOrEqual(firstScriptBudgetBytes);
  });

  it("loads every room only when it is entered", () => {
    const entered = files.filter(isChunk).filter(({ isDynamicEntry }) => isDynamicEntry);
    const rooms = [
      "welcome",
      "sign-up",
      "sign-in",
      "consent",
      "studio",
      "gallery",
      "portrait",
      "face",
      "you",
    ];
    for (const room of rooms) {
      expect(entered.some(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${room}-room.tsx`))).toBe(true);
    }
  });

  it("has no script or style inside its document, so that a strict content policy holds", () => {
    const html = textOf("index.html");
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/u);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/u);
  });

  it("loads nothing from anywhere else", () => {
    for (const asset of files.filter((file) => !isChunk(file))) {
      if (!/\.(?:css|html)$/u.test(asset.fileName)) continue;
      expect(textOf(asset.fileName)).not.toMatch(/(?:url\(|src=|href=)["']?(?:https?:)?\/\//u);
    }
  });

  it("keeps the tests' and the server's code out", () => {
    const modules = files.filter(isChunk).flatMap(({ moduleIds }) => moduleIds);
    expect(modules.filter((id) => /\/apps\/api\/|\.test\.|node:/u.test(id))).toEqual([]);
  });
});

function isChunk(file: Rolldown.OutputChunk | Rolldown.OutputAsset): file is Rolldown.OutputChunk {
  return file.type === "chunk";
}

function textOf(fileName: string): string {
  const file = files.find((one) => one.fileName === fileName);
  if (file === undefined || isChunk(file)) throw new Error(`The build has no ${fileName}`);
  return typeof file.source === "string" ? file.source : new TextDecoder().decode(file.source);
}
