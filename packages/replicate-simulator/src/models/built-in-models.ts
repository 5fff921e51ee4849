import { createHash } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type { VersionFamily } from "./version-record.ts";

interface BuiltIn {
  owner: string;
  name: string;
  description: string;
  isOfficial: boolean;
  hardware: string;
  family: VersionFamily;
  /** Known from the wild; official models show none. */
  versionId: string | null;
}

const builtIns: readonly BuiltIn[] = [
  {
    owner: "black-forest-labs",
    name: "flux-dev",
    description: "A 12 billion parameter rectified flow transformer that makes pictures from text",
    isOfficial: true,
    hardware: "gpu-h100",
    family: "flux-dev",
    versionId: null,
  },
  {
    owner: "black-forest-labs",
    name: "flux-dev-lora",
    description: "FLUX.1 [dev] with a LoRA of your choice",
    isOfficial: true,
    hardware: "gpu-h100",
    family: "flux-dev-lora",
    versionId: null,
  },
  {
    owner: "ostris",
    name: "flux-dev-lora-trainer",
    description: "Fine-tune FLUX.1-dev using ai-toolkit",
    isOfficial: false,
    hardware: "gpu-h100",
    family: "flux-dev-lora-trainer",
    versionId: "26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2",
  },
  {
    owner: "replicate",
    name: "fast-flux-trainer",
    description: "Train subjects or styles faster than ever",
    isOfficial: false,
    hardware: "gpu-h100",
    family: "fast-flux-trainer",
    versionId: "8b10794665aed907bb98a1a5324cd1d3a8bea0e9b31e65210967fb9c9e2e08ed",
  },
];

/** Adds the public models every account finds there, once. */
export async function ensureBuiltInModels(simulation: Simulation): Promise<void> {
  const { clock, stores } = simulation;
  for (const model of builtIns) {
    const id = `${model.owner}/${model.name}`;
    if (stores.models.get(id) === undefined) {
      await stores.models.put({
        id,
        sequence: simulation.nextSequence(),
        owner: model.owner,
        name: model.name,
        description: model.description,
        visibility: "public",
        isOfficial: model.isOfficial,
        hardware: model.hardware,
        githubUrl: null,
        paperUrl: null,
        weightsUrl: null,
        licenseUrl: null,
        coverImageUrl: null,
        readme: `# ${id}\n\n${model.description}. Simulated here: nothing is computed by a model.\n`,
        createdAt: clock.now(),
        runCount: 0,
      });
    }
    const versionId = model.versionId ?? createHash("sha256").update(id).digest("hex");
    if (stores.versions.get(versionId) !== undefined) continue;
    await stores.versions.put({
      id: versionId,
      sequence: simulation.nextSequence(),
      model: id,
      createdAt: clock.now(),
      family: model.family,
      face: null,
      trainingId: null,
      deletionDueAt: null,
    });
  }
}
