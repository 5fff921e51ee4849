import { deepFreeze } from "../deep-freeze.ts";
import type { Parameters } from "./parameters.ts";

export type PresetId = "previous" | "natural-expression" | "strong-likeness";

/** A named, versioned set of parameters, with where its numbers come from. */
export type Preset = Readonly<Parameters> & {
  readonly id: PresetId;
  /** Grows by one whenever any parameter of the preset changes. */
  readonly version: number;
  /** What the preset is for, in one sentence. */
  readonly standing: string;
  /** Where its numbers come from. */
  readonly provenance: string;
  /** What one should know before trusting a number of it. */
  readonly notes: readonly string[];
};

const shared = {
  goFast: false,
  loraScale: 1,
  aspectRatio: "3:4",
  megapixels: "1",
  outputFormat: "png",
  outputs: 1,
  expressionPolicy: "natural",
} as const;

const pngNote = "The output quality has no effect on png, which loses nothing; it counts for jpg and webp.";

/**
 * Every preset, deeply frozen. A preset is never changed in place: a new set of numbers is a new version.
 *
 * @example
 * presets["natural-expression"].guidance; // 2.8
 */
export const presets: { readonly [id in PresetId]: Preset } = deepFreeze({
  previous: {
    ...shared,
    id: "previous",
    version: 1,
    guidance: 2.8,
    numInferenceSteps: 35,
    outputQuality: 95,
    triggerPlacement: "begin",
    promptQuality: "none",
    standing: "What was in use before the tuning for natural expressions, kept for comparison.",
    provenance: "The settings in use until 17 July 2025.",
    notes: [pngNote],
  },
  "natural-expression": {
    ...shared,
    id: "natural-expression",
    version: 1,
    guidance: 2.8,
    numInferenceSteps: 50,
    outputQuality: 100,
    triggerPlacement: "begin-and-middle",
    promptQuality: "film-portrait",
    standing: "The default of every service: as much likeness as leaves the expression natural.",
    provenance:
      "The tuning of 17 July 2025, later edit: guidance went back from 3.5 to 2.8 the same day, because 3.5 brought wide, fake smiles.",
    notes: [pngNote],
  },
  "strong-likeness": {
    ...shared,
    id: "strong-likeness",
    version: 1,
    guidance: 3.5,
    numInferenceSteps: 50,
    outputQuality: 100,
    triggerPlacement: "begin-and-middle",
    promptQuality: "film-portrait",
    standing: "By choice only: more of the trained face, at the risk of a wider smile.",
    provenance: "The tuning of 17 July 2025, earlier edit, made for facial likeness.",
    notes: [pngNote],
  },
});
