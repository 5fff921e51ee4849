import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFaceAnalyzer } from "@selfsame/likeness/adapter";
import sharp from "sharp";
import { expect, it, onTestFinished } from "vitest";
import { exitCodes } from "../failures/exit-code.ts";
import { silentProgress } from "../progress/progress.ts";
import { analyzeFiles } from "./analyze-files.ts";

async function folderWithPicture(): Promise<{ folder: string; path: string; sizeBytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-measured-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "wall.png");
  const wall = sharp({ create: { width: 300, height: 400, channels: 3, background: "#8090a0" } });
  const bytes = await wall.png().toBuffer();
  await writeFile(path, bytes);
  return { folder, path, sizeBytes: bytes.length };
}

function parts(interrupted: AbortSignal) {
  const analyzer = openFaceAnalyzer();
  onTestFinished(() => analyzer.close());
  return { analyzer, interrupted, drawn: false, label: "Pictures", progress: silentProgress };
}

it("ends as interrupted after Ctrl-C, instead of answering for pictures it did not see", async () => {
  const file = await folderWithPicture();
  const interruption = new AbortController();
  const given = parts(interruption.signal);
  const ended = analyzeFiles([file, file], given);
  interruption.abort();
  await given.analyzer.close();
  await expect(ended).rejects.toMatchObject({
    failure: { code: "interrupted", exitCode: exitCodes.interrupted },
  });
});

it("says which file went away between being found and being read", async () => {
  const { folder } = await folderWithPicture();
  const gone = { path: join(folder, "gone.png"), sizeBytes: 1 };
  await expect(analyzeFiles([gone], parts(new AbortController().signal))).rejects.toMatchObject({
    failure: { code: "path_unreadable", exitCode: exitCodes.badInput },
  });
});
