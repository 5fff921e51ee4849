/** One place of the sources that a mutant changes without anybody being able to tell. */
export interface EquivalentMutant {
  readonly file: string;
  /** The line it is in, without its indent. */
  readonly line: string;
  /** What the mutant puts there. */
  readonly becomes: string;
}

/** Why some mutants cannot be killed: with them everything comes out the same. */
export interface EquivalentMutants {
  readonly why: string;
  readonly mutants: readonly EquivalentMutant[];
}

/** The parts of a report in the mutation testing report schema that are read here. */
export interface MutationReport {
  readonly files: {
    readonly [file: string]: {
      readonly source: string;
      readonly mutants: readonly {
        readonly status: string;
        readonly replacement?: string;
        readonly location: { readonly start: { readonly line: number } };
      }[];
    };
  };
}

/** What a report and the list of equivalent mutants say differently. */
export interface SurvivorDifferences {
  /** They survived, and nothing says why that is right. */
  readonly unexplained: readonly EquivalentMutant[];
  /** They are explained, and a test kills them, or the line is not there any more. */
  readonly outdated: readonly EquivalentMutant[];
}

const keyOf = ({ file, line, becomes }: EquivalentMutant): string => JSON.stringify([file, line, becomes]);

/** Holds the survivors of a mutation run against the mutants that are known to change nothing. */
export function compareSurvivors(
  report: MutationReport,
  explained: readonly EquivalentMutants[],
): SurvivorDifferences {
  const survivors = survivorsIn(report);
  const survived = new Set(survivors.map(keyOf));
  const listed = explained.flatMap(({ mutants }) => mutants);
  const known = new Set(listed.map(keyOf));
  return {
    unexplained: survivors.filter((mutant) => !known.has(keyOf(mutant))),
    outdated: listed.filter((mutant) => !survived.has(keyOf(mutant))),
  };
}

function survivorsIn({ files }: MutationReport): readonly EquivalentMutant[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ location, replacement = "" }) => ({
        file,
        line: (lines[location.start.line - 1] ?? "").trim(),
        becomes: replacement,
      }));
  });
}
