import type { RunInput, VersionAddress } from "./provider.ts";

export type TrainerId = "ostris/flux-dev-lora-trainer" | "replicate/fast-flux-trainer";

/** One value that every training sends, and where it comes from. */
export interface TrainerSetting {
  readonly value: string | number | boolean;
  readonly from: string;
}

export interface Trainer extends VersionAddress {
  readonly id: TrainerId;
  /** The input that takes the zip's address. */
  readonly zipField: string;
  readonly triggerField: string;
  readonly settings: Readonly<Record<string, TrainerSetting>>;
}

const guide = "replicate.com/docs/guides/fine-tune-flux";
const trainerSource = "github.com/replicate/flux-fine-tuner, train.py";

/**
 * The trainers that the studio knows, pinned: another version can take other inputs and bring another likeness.
 * Everything that shapes the result is sent, also where it equals the trainer's default, so that a training's record
 * says all.
 */
export const trainers: Readonly<Record<TrainerId, Trainer>> = {
  "ostris/flux-dev-lora-trainer": {
    id: "ostris/flux-dev-lora-trainer",
    account: "ostris",
    name: "flux-dev-lora-trainer",
    version: "26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2",
    zipField: "input_images",
    triggerField: "trigger_word",
    settings: {
      steps: {
        value: 1000,
        from: `${guide}: fewer learn too little, many more cost for little. Astria's 27 for each photo gives 1080 for the largest set of 40.`,
      },
      lora_rank: {
        value: 16,
        from: `${trainerSource}: its default. Ranks of 36 to 64 were tried by the studio's predecessor and suspected of losing hair colour and age.`,
      },
      learning_rate: {
        value: 0.0004,
        from: `${trainerSource}: its default, meant for 1000 steps (ai-toolkit pairs 1e-4 with 2000). The predecessor's 4e-6 taught nothing.`,
      },
      batch_size: { value: 1, from: `${trainerSource}: its default.` },
      resolution: { value: "512,768,1024", from: `${trainerSource}: its default.` },
      caption_dropout_rate: {
        value: 0.05,
        from: `${trainerSource}: its default. The predecessor's 0.15 was suspected of losing hair colour, age and build.`,
      },
      optimizer: { value: "adamw8bit", from: `${trainerSource}: its default.` },
      autocaption: {
        value: false,
        from: "github.com/replicate/flux-fine-tuner/issues/42 and ostris/ai-toolkit issues 111, 211: automatic captions forget the trigger word in a quarter to a half of the photos and take men for women. Each photo brings a caption of its own instead, with the trigger word.",
      },
    },
  },
  "replicate/fast-flux-trainer": {
    id: "replicate/fast-flux-trainer",
    account: "replicate",
    name: "fast-flux-trainer",
    version: "8b10794665aed907bb98a1a5324cd1d3a8bea0e9b31e65210967fb9c9e2e08ed",
    zipField: "input_images",
    triggerField: "trigger_word",
    settings: {
      training_steps: {
        value: 1000,
        from: "The trainer's default. It has no rank and no learning rate, and captions only photos that bring no caption.",
      },
      lora_type: { value: "subject", from: "The trainer's readme: a person is a subject, not a style." },
    },
  },
};

/** What the studio trains with unless told otherwise. */
export const defaultTrainerId: TrainerId = "ostris/flux-dev-lora-trainer";

/**
 * The input of one training.
 *
 * @example
 * trainingInput(trainers["replicate/fast-flux-trainer"], { zipUrl, triggerWord: "user42585527" });
 * // { training_steps: 1000, lora_type: "subject", input_images: zipUrl, trigger_word: "user42585527" }
 */
export function trainingInput(
  { settings, zipField, triggerField }: Trainer,
  { zipUrl, triggerWord }: { readonly zipUrl: string; readonly triggerWord: string },
): RunInput {
  const fixed = Object.entries(settings).map(([name, { value }]) => [name, value] as const);
  return { ...Object.fromEntries(fixed), [zipField]: zipUrl, [triggerField]: triggerWord };
}
