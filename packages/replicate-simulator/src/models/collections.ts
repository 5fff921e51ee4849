/** The collections of this simulator: its own models under the provider's headings. */
export const collections = [
  {
    slug: "text-to-image",
    name: "Text to image",
    description: "Models that make pictures from text",
    models: ["black-forest-labs/flux-dev", "black-forest-labs/flux-dev-lora"],
  },
  {
    slug: "trainable-models",
    name: "Trainable models",
    description: "Models that learn your own subject",
    models: ["ostris/flux-dev-lora-trainer", "replicate/fast-flux-trainer"],
  },
] as const;
