import { isDomainError } from "../errors/domain-error.ts";
import { DomainError } from "../errors/domain-error.ts";
import { planPrompt, type PromptSubject } from "../generations/plan-generation.ts";
import { presetChangesOf, wishOf } from "./cell-wish.ts";
import { cellCountOf, comparisonsOf, designLimits, type ExperimentDesign } from "./experiment-design.ts";

/**
 * Looks at a whole design before anything is paid for: every arm on every brief must come to a prompt, and nothing may
 * stand in it twice.
 *
 * @throws DomainError `design_refused`, naming the part at fault
 */
export const checkDesign = (subject: PromptSubject, design: ExperimentDesign): void => {
  const cells = cellCountOf(design);
  if (cells > designLimits.cells.maximum)
    refuse("design", `This makes ${cells} portraits; ${designLimits.cells.maximum} is the most.`);
  requireDistinct(design.arms, ({ name }) => name.toLowerCase(), "arms", "Two arms have the same name.");
  const settings = ({ presetId, changes, enhancement }: ExperimentDesign["arms"][number]) =>
    JSON.stringify([presetId, Object.entries(changes).map(String).toSorted(), enhancement]);
  requireDistinct(design.arms, settings, "arms", "Two arms have the same settings.");
  requireDistinct(design.briefs, ({ text }) => text.trim(), "briefs", "A brief stands there twice.");
  requireDistinct(design.seeds, String, "seeds", "A seed stands there twice.");
  checkComparisons(design);
  for (const [place, arm] of design.arms.entries()) {
    if ("outputs" in presetChangesOf(arm))
      refuse(`arms.${place}.changes.outputs`, "Every cell is one portrait; the number cannot be changed.");
    for (const [at, brief] of design.briefs.entries()) {
      try {
        planPrompt(subject, wishOf(arm, brief));
      } catch (error) {
        if (!isDomainError(error)) throw error;
        const isOfArm = error.code === "preset_unknown" || error.code === "parameter_out_of_bounds";
        refuse(
          isOfArm ? `arms.${place}.${error.field ?? "changes"}` : `briefs.${at}`,
          isOfArm ? `${arm.name}: ${error.message}` : `Brief ${at + 1}: ${error.message}`,
        );
      }
    }
  }
};

const checkComparisons = (design: ExperimentDesign): void => {
  const comparisons = comparisonsOf(design);
  for (const [first, second] of comparisons) {
    if (first === second || Math.max(first, second) >= design.arms.length)
      refuse("comparisons", `There are no two arms ${first} and ${second} to compare.`);
  }
  requireDistinct(
    comparisons,
    (pair) => pair.toSorted((one, other) => one - other).join(),
    "comparisons",
    "Two arms are compared twice.",
  );
};

const requireDistinct = <T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  field: string,
  reason: string,
): void => {
  if (new Set(things.map(nameOf)).size < things.length) refuse(field, reason);
};

const refuse = (refusedField: string, reason: string): never => {
  throw new DomainError("design_refused", { reason, refusedField });
};
