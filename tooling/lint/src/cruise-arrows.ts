import { allExtensions, cruise, type IForbiddenRuleType } from "dependency-cruiser";
import { arrowRules } from "./arrow-rules.ts";

/** One import that points the wrong way: the rule it breaks, and the two files. */
export interface ArrowViolation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** What a cruise saw. */
export interface ArrowReport {
  readonly modules: number;
  readonly dependencies: number;
  readonly violations: readonly ArrowViolation[];
}

const sources = ["apps", "examples", "packages", "tooling"];

/**
 * Follows every import of a repository laid out like this one and names those that break a rule.
 *
 * @param root the repository's root; import paths in the report are relative to it
 * @throws when the cruiser cannot read TypeScript: it would see no import, and pass everything
 */
export async function cruiseArrows(
  root: string,
  rules: readonly IForbiddenRuleType[] = arrowRules,
): Promise<ArrowReport> {
  const readsTypeScript = allExtensions.some(({ extension, available }) => extension === ".tsx" && available);
  if (!readsTypeScript)
    throw new Error("dependency-cruiser finds no TypeScript that it can use (it needs 6).");
  const { output } = await cruise(
    sources,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...rules] },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "(^|/)(dist|dist-test|dist-types|\\.report|\\.turbo|\\.data)/" },
      tsPreCompilationDeps: true,
      detectJSDocImports: false,
      combinedDependencies: false,
      externalModuleResolutionStrategy: "node_modules",
    },
    {
      exportsFields: ["exports"],
      conditionNames: ["@selfsame/source", "types", "import", "node", "default"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json", ".css", ".d.ts"],
      mainFields: ["module", "main", "types"],
    },
  );
  if (typeof output === "string") throw new Error(`The cruiser answered with text: ${output.slice(0, 200)}`);
  const { summary } = output;
  return {
    modules: summary.totalCruised,
    dependencies: summary.totalDependenciesCruised ?? 0,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
