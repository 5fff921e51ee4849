import type { CogInputs } from "./cog-input.ts";

/** Training inputs of ostris/flux-dev-lora-trainer. */
export const fluxDevLoraTrainerInputs: CogInputs = {
  input_images: {
    type: "string",
    format: "uri",
    description: "A zip file of the training pictures, each with an optional .txt caption of the same name",
  },
  trigger_word: {
    type: "string",
    default: "TOK",
    description: "The word that stands for the subject; not a real word",
  },
  autocaption: { type: "boolean", default: true, description: "Caption the pictures automatically" },
  autocaption_prefix: { type: "string", description: "Text at the beginning of every automatic caption" },
  autocaption_suffix: { type: "string", description: "Text at the end of every automatic caption" },
  steps: {
    type: "integer",
    default: 1000,
    minimum: 3,
    maximum: 6000,
    description: "How many training steps; 500 to 4000 are advised",
  },
  learning_rate: { type: "number", default: 0.0004, description: "Learning rate" },
  batch_size: { type: "integer", default: 1, description: "Batch size" },
  resolution: { type: "string", default: "512,768,1024", description: "Training resolutions" },
  lora_rank: {
    type: "integer",
    default: 16,
    minimum: 1,
    maximum: 128,
    description: "Rank of the LoRA; higher ranks hold more and take longer",
  },
  caption_dropout_rate: {
    type: "number",
    default: 0.05,
    minimum: 0,
    maximum: 1,
    description: "How often a caption is left out, 0 to 1",
  },
  optimizer: {
    type: "string",
    default: "adamw8bit",
    choices: [
      "prodigy",
      "adam8bit",
      "adamw8bit",
      "lion8bit",
      "adam",
      "adamw",
      "lion",
      "adagrad",
      "adafactor",
    ],
    description: "Optimizer",
  },
  cache_latents_to_disk: {
    type: "boolean",
    default: false,
    description: "Spare memory when there are many pictures",
  },
  layers_to_optimize_regex: { type: "string", description: "Train only the layers this expression matches" },
  gradient_checkpointing: {
    type: "boolean",
    default: false,
    description: "Spare memory at the cost of time",
  },
  hf_repo_id: { type: "string", description: "HuggingFace repository to upload to" },
  hf_token: { type: "string", secret: true, description: "HuggingFace token" },
  wandb_api_key: { type: "string", secret: true, description: "Weights and Biases key" },
  wandb_project: {
    type: "string",
    default: "flux_train_replicate",
    description: "Weights and Biases project",
  },
  wandb_run: { type: "string", description: "Weights and Biases run" },
  wandb_entity: { type: "string", description: "Weights and Biases entity" },
  wandb_sample_interval: {
    type: "integer",
    default: 100,
    minimum: 1,
    description: "Steps between samples logged to Weights and Biases",
  },
  wandb_sample_prompts: { type: "string", description: "Prompts of those samples, one a line" },
  wandb_save_interval: {
    type: "integer",
    default: 100,
    minimum: 1,
    description: "Steps between weights saved to Weights and Biases",
  },
  skip_training_and_use_pretrained_hf_lora_url: {
    type: "string",
    description: "Make a model from these HuggingFace weights instead of training",
  },
};

/** Training inputs of replicate/fast-flux-trainer; its exact bounds are not published. */
export const fastFluxTrainerInputs: CogInputs = {
  input_images: {
    type: "string",
    format: "uri",
    required: true,
    description: "A zip file of the training pictures",
  },
  trigger_word: { type: "string", default: "TOK", description: "The word that stands for the subject" },
  lora_type: {
    type: "string",
    choices: ["subject", "style"],
    default: "subject",
    description: "Whether to learn a subject or a style",
  },
  training_steps: { type: "integer", default: 1000, description: "How many training steps" },
};

/** A trainer's predict does nothing; it takes no inputs. */
export const noInputs: CogInputs = {};
