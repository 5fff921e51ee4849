import { describe, expect, it } from "vitest";
import { defaultTrainerId, trainers, trainingInput } from "./trainers.ts";

const chosen = { zipUrl: "https://api.example/v1/files/one", triggerWord: "user42585527" };

describe("the trainers", () => {
  it.each(Object.entries(trainers))("are kept under their own name and pinned: %s", (id, trainer) => {
    expect(trainer.id).toBe(id);
    expect(`${trainer.account}/${trainer.name}`).toBe(id);
    expect(trainer.version).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.values(trainer.settings).every(({ from }) => from.length > 20)).toBe(true);
  });

  it("begin with the ostris trainer, whose every setting is sent", () => {
    expect(defaultTrainerId).toBe("ostris/flux-dev-lora-trainer");
    expect(trainingInput(trainers[defaultTrainerId], chosen)).toEqual({
      input_images: chosen.zipUrl,
      trigger_word: "user42585527",
      steps: 1000,
      lora_rank: 16,
      learning_rate: 0.0004,
      batch_size: 1,
      resolution: "512,768,1024",
      caption_dropout_rate: 0.05,
      optimizer: "adamw8bit",
      autocaption: false,
    });
  });

  it("call their steps differently", () => {
    expect(trainingInput(trainers["replicate/fast-flux-trainer"], chosen)).toEqual({
      input_images: chosen.zipUrl,
      trigger_word: "user42585527",
      training_steps: 1000,
      lora_type: "subject",
    });
  });
});
