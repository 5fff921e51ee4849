import {
  gateSelfie,
  judgeSelfieSet,
  type SelfieIssue,
  type SelfieSetVerdict,
  type SelfieVerdict,
} from "@selfsame/likeness";
import type { AnalyzedFile } from "./analyze-files.ts";

/** A set of selfies as the studio's coach judges it, as `--json` prints it. */
export interface JudgedSelfies extends SelfieSetVerdict {
  readonly selfies: readonly {
    readonly file: string;
    readonly verdict: SelfieVerdict["verdict"];
    readonly issues: readonly SelfieIssue[];
  }[];
  readonly modelVersion: string | null;
}

/**
 * Judges every selfie by itself, and those that are fit for training as a set.
 *
 * @example judgeSelfies(files).missing // ["side-views"]
 */
export function judgeSelfies(files: readonly AnalyzedFile[]): JudgedSelfies {
  const selfies = files.map(({ file, analysis }) => ({ file, ...gateSelfie(analysis) }));
  const fit = files.flatMap(({ file, face, hash }, index) =>
    face.measurable && hash !== null && selfies[index]?.verdict !== "reject"
      ? [{ id: file, observation: face.value, hash }]
      : [],
  );
  const seen = files.find(({ analysis }) => analysis.analyzed)?.analysis;
  return {
    ...judgeSelfieSet(fit),
    selfies,
    modelVersion: seen?.analyzed === true ? seen.modelVersion : null,
  };
}
