import type { EnhancementLevel, ExperimentDesign, ReadyDesign } from "../../views/views.ts";

/** The parameters that an arm can change, each as what is written in its field; empty: as the preset has it. */
export type ParameterTexts = Readonly<Record<NumberParameter | ChoiceParameter, string>>;

export const numberParameters = ["guidance", "numInferenceSteps", "loraScale"] as const;
export const choiceParameters = ["triggerPlacement", "promptQuality", "expressionPolicy"] as const;
export type NumberParameter = (typeof numberParameters)[number];
export type ChoiceParameter = (typeof choiceParameters)[number];

/** An arm that is being written. */
export interface ArmDraft {
  readonly key: string;
  readonly name: string;
  readonly presetId: string;
  readonly parameters: ParameterTexts;
  readonly enhancement: EnhancementLevel;
}

/** An experiment that is being written. */
export interface DesignDraft {
  readonly title: string;
  readonly arms: readonly ArmDraft[];
  /** One a line. */
  readonly briefs: string;
  readonly seeds: string;
  /** Null: each arm against each. */
  readonly comparisons: NonNullable<ExperimentDesign["comparisons"]> | null;
  /** Empty: as much as it costs. */
  readonly budget: string;
}

/** What of a draft is not ready, or the design it makes. */
export type ReadDraft =
  | { readonly design: ExperimentDesign }
  | { readonly fault: "title" | "arms" | "briefs" | "seeds" }
  | { readonly fault: "parameter"; readonly arm: string };

const asPreset: ParameterTexts = {
  guidance: "",
  numInferenceSteps: "",
  loraScale: "",
  triggerPlacement: "",
  promptQuality: "",
  expressionPolicy: "",
};

/** An arm that is its preset and nothing else. */
export function plainArm(presetId: string, newId: () => string): ArmDraft {
  return { key: newId(), name: presetId, presetId, parameters: asPreset, enhancement: "none" };
}

/** Where a new experiment starts: two presets, one brief, three seeds. */
export function emptyDraft(seeds: readonly number[], newId: () => string): DesignDraft {
  return {
    title: "",
    arms: [plainArm("previous", newId), plainArm("natural-expression", newId)],
    briefs: "",
    seeds: seeds.join(", "),
    comparisons: null,
    budget: "",
  };
}

/** A ready design as a draft. */
export function draftOf(design: ReadyDesign, newId: () => string): DesignDraft {
  return {
    title: design.title,
    arms: design.arms.map(({ name, presetId, changes, enhancement }) => ({
      key: newId(),
      name,
      presetId,
      parameters: {
        ...asPreset,
        ...Object.fromEntries(
          Object.entries(changes).map(([parameter, value]) => [parameter, String(value)]),
        ),
      },
      enhancement,
    })),
    briefs: design.briefs.map(({ text }) => text).join("\n"),
    seeds: design.seeds.join(", "),
    comparisons: design.comparisons,
    budget: "",
  };
}

/** The design that a draft makes, or the first thing that is not ready. What values are allowed, the api says. */
export function readDraft(draft: DesignDraft): ReadDraft {
  if (draft.title.trim() === "") return { fault: "title" };
  if (draft.arms.some(({ name }) => name.trim() === "")) return { fault: "arms" };
  const arms: ExperimentDesign["arms"] = [];
  for (const { name, presetId, parameters, enhancement } of draft.arms) {
    const numbers = numberParameters.flatMap((parameter) => {
      const written = parameters[parameter].trim().replace(",", ".");
      return written === "" ? [] : [[parameter, Number(written)] as const];
    });
    if (numbers.some(([, value]) => !Number.isFinite(value))) return { fault: "parameter", arm: name };
    const choices = choiceParameters.flatMap((parameter) =>
      parameters[parameter] === "" ? [] : [[parameter, parameters[parameter]] as const],
    );
    const changes: NonNullable<(typeof arms)[number]["changes"]> = Object.fromEntries<string | number>([
      ...numbers,
      ...choices,
    ]);
    arms.push({
      name: name.trim(),
      presetId,
      changes,
      enhancement,
    });
  }
  const briefs = draft.briefs
    .split("\n")
    .map((text) => text.trim())
    .filter((text) => text !== "");
  if (briefs.length === 0) return { fault: "briefs" };
  const seeds = draft.seeds.split(/[\s,;]+/u).filter((text) => text !== "");
  if (seeds.length === 0 || seeds.some((seed) => !/^[1-9]\d{0,9}$/u.test(seed))) return { fault: "seeds" };
  return {
    design: {
      title: draft.title.trim(),
      arms,
      briefs: briefs.map((text) => ({ text, expression: null })),
      seeds: seeds.map(Number),
      ...(draft.comparisons === null ? {} : { comparisons: draft.comparisons }),
    },
  };
}

/** The budget that was written; what it costs when nothing was, and null when it is no number of credits. */
export function readBudget(written: string, credits: number): number | null {
  const text = written.trim();
  if (text === "") return credits;
  return /^[1-9]\d{0,5}$/u.test(text) ? Number(text) : null;
}
