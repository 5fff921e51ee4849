import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { singleFace, type Depiction, type FaceAnalysis, type FaceAnalyzer } from "@selfsame/likeness";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";
import type { FoundFile } from "../files/find-pictures.ts";
import type { Invocation } from "../invocation.ts";

/** What the networks saw in one file. */
export interface AnalyzedFile {
  readonly file: string;
  readonly depiction: Depiction;
  readonly analysis: FaceAnalysis;
  readonly face: ReturnType<typeof singleFace>;
  /** Tells copies of one picture; null when it could not be read. */
  readonly hash: string | null;
}

/** How files are looked at. */
export interface AnalyzeParts extends Pick<Invocation, "progress" | "interrupted"> {
  readonly analyzer: FaceAnalyzer;
  /** What is going on, for the progress line. */
  readonly label: string;
  /** Whether every picture is a drawing, also where its file does not say so. */
  readonly drawn: boolean;
}

/**
 * Looks at one file after the other. A file that cannot be measured has its reason; one that cannot be opened ends it.
 *
 * @throws FailureError `path_unreadable`, `interrupted`
 */
export async function analyzeFiles(
  files: readonly FoundFile[],
  { analyzer, label, drawn, progress, interrupted }: AnalyzeParts,
): Promise<AnalyzedFile[]> {
  // Loaded here: it brings a native picture library, which no other command waits for.
  const { analyzePicture } = await import("@selfsame/likeness/adapter");
  const line = progress.begin(label);
  const seen: AnalyzedFile[] = [];
  for (const { path } of files) {
    line.show({ phase: basename(path), done: seen.length, total: files.length });
    const { analysis, hash, metadataSaysSimulated } = await analyzePicture(analyzer, await bytesOf(path));
    if (interrupted.aborted) {
      line.end("interrupted");
      throw ownFailureError("interrupted", {
        kept: "Interrupted. Nothing was changed: measuring only reads.",
        comeBack: "Run the same command again.",
      });
    }
    const depiction = drawn || metadataSaysSimulated ? "drawn" : "photograph";
    seen.push({ file: path, depiction, analysis, hash, face: singleFace(analysis, depiction) });
  }
  line.end(`${seen.length} seen`);
  return seen;
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw ownFailureError("path_unreadable", { path, reason: reasonOf(error) }, { cause: error });
  }
}
