import { buildProfile, type FaceAnalyzer, type IdentityProfile } from "@selfsame/likeness";
import type { Command } from "commander";
import type { Failure } from "../failures/failure.ts";
import { ownFailure, ownFailureError } from "../failures/own-failures.ts";
import { findPictures } from "../files/find-pictures.ts";
import type { Invocation } from "../invocation.ts";
import { analyzeFiles, type AnalyzedFile } from "../measure/analyze-files.ts";
import { judgeSelfies } from "../measure/judge-selfies.ts";
import { measurePortraits } from "../measure/measure-portraits.ts";
import { issueWords, lackWords, reasonWords, rowOf } from "../measure/measure-words.ts";
import type { CommandResult } from "../output/command-result.ts";
import { formatTable } from "../output/format-table.ts";
import type { Run } from "./run.ts";

interface MeasureOptions {
  readonly references?: string;
  readonly selfies?: string;
  readonly drawn?: true;
}

/** `selfsame measure`: likeness and expression of pictures, or a set of selfies, without an account or a studio. */
export function addMeasure(program: Command, run: Run): void {
  program
    .command("measure")
    .description("measure how like a person pictures are, on this machine, without an account or a studio")
    .argument("[pictures...]", "pictures, or folders of them, to hold against the references")
    .option("--references <folder>", "photos of the person")
    .option("--selfies <folder>", "judge these photos as a set for training instead")
    .option("--drawn", "all pictures are drawings of the studio's; those of its simulator are known as such")
    .action((pictures: string[], options: MeasureOptions) =>
      run((invocation) => measure(pictures, options, invocation)),
    );
}

async function measure(
  pictures: readonly string[],
  { references, selfies, drawn }: MeasureOptions,
  invocation: Invocation,
): Promise<CommandResult> {
  const wanted =
    selfies === undefined ? pictures.length > 0 && references !== undefined : pictures.length === 0;
  if (!wanted || (selfies !== undefined && references !== undefined)) {
    throw ownFailureError("usage", {
      reason: "Name --references with pictures to measure, or --selfies alone.",
      help: "selfsame measure --help",
      field: "references",
    });
  }
  const { openFaceAnalyzer } = await import("@selfsame/likeness/adapter");
  const analyzer = openFaceAnalyzer();
  // Ctrl-C ends the networks at once; the picture at hand is then answered, and the loop ends.
  const close = (): void => void analyzer.close();
  invocation.interrupted.addEventListener("abort", close);
  try {
    const parts = { analyzer, drawn: drawn === true, invocation };
    if (selfies !== undefined) return await judge(selfies, parts);
    return await compare(references ?? "", pictures, parts);
  } finally {
    invocation.interrupted.removeEventListener("abort", close);
    await analyzer.close();
  }
}

interface Parts {
  readonly analyzer: FaceAnalyzer;
  readonly drawn: boolean;
  readonly invocation: Invocation;
}

async function look(paths: readonly string[], label: string, { analyzer, drawn, invocation }: Parts) {
  const { progress, interrupted } = invocation;
  return analyzeFiles(await findPictures(paths), { analyzer, drawn, progress, interrupted, label });
}

async function compare(
  references: string,
  pictures: readonly string[],
  parts: Parts,
): Promise<CommandResult> {
  const known = await look([references], "References", parts);
  const profile = profileOf(known);
  const seen = await look(pictures, "Pictures", parts);
  const document = measurePortraits(seen, profile);
  const left = known.filter(({ face }) => !face.measurable);
  const failure = failureOfNetworks([...known, ...seen]);
  return {
    document,
    lines: [
      ...formatTable(["picture", "likeness", "expression", "skin"], document.map(rowOf)),
      "",
      `Held against ${known.length - left.length} of ${known.length} references.`,
      ...left.map(
        ({ file, face }) => `Not used: ${file}: ${face.measurable ? "" : reasonWords[face.reason]}.`,
      ),
      "100 stands for as like as the references are to each other. docs/MEASURING.md says how good this is.",
    ],
    ...(failure === null ? {} : { failure }),
  };
}

function profileOf(references: readonly AnalyzedFile[]): IdentityProfile {
  const faces = references.flatMap(({ face }) => (face.measurable ? [face.value] : []));
  const built = buildProfile(faces);
  if (built.built) return built.profile;
  const failure = failureOfNetworks(references);
  if (faces.length === 0 && failure !== null) throw ownFailureError("networks_unavailable", {});
  const reasons = references.map(
    ({ file, face }) => `${file}: ${face.measurable ? "" : reasonWords[face.reason]}`,
  );
  throw built.reason === "no-references"
    ? ownFailureError("references_unmeasurable", { reasons })
    : ownFailureError("references_mixed", {});
}

async function judge(selfies: string, parts: Parts): Promise<CommandResult> {
  const seen = await look([selfies], "Selfies", parts);
  const document = judgeSelfies(seen);
  const failure = failureOfNetworks(seen);
  const { verdict, usable, missing } = document;
  const verdicts = { ready: "ready", "could-be-better": "could be better", "not-enough": "not enough" };
  return {
    document,
    lines: [
      ...formatTable(
        ["selfie", "verdict", "why"],
        document.selfies.map((selfie) => [
          selfie.file,
          selfie.verdict,
          selfie.issues.map(({ code }) => issueWords[code]).join("; "),
        ]),
      ),
      "",
      `The set is ${verdicts[verdict]}: ${usable} of ${seen.length} can be used.`,
      ...missing.map((lack) => `Missing: ${lackWords[lack]}.`),
      ...document.anotherPerson.map((file) => `Looks like another person: ${file}.`),
      ...document.nearDuplicates.map(
        ({ first, second, kind }) =>
          `${kind === "same-picture" ? "The same picture" : "Of the same moment"}: ${first}, ${second}.`,
      ),
    ],
    ...(failure === null ? {} : { failure }),
  };
}

/** Only the networks' absence is a failure: a picture that cannot be measured has been answered. */
function failureOfNetworks(files: readonly AnalyzedFile[]): Failure | null {
  const absent = files.some(
    ({ face }) => !face.measurable && (face.reason === "models-missing" || face.reason === "unavailable"),
  );
  return absent ? ownFailure("networks_unavailable", {}) : null;
}
