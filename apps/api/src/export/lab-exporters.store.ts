import * as schema from "../db/schema/lab.ts";
import { exported } from "./exporter.store.ts";

/** What becomes of the preset lab's tables in an export. */
export const labExporters = {
  experiments: exported(schema.experiments, "An experiment of the preset lab, with its design.", ["id"], {
    id: "exported",
    subjectId: "exported",
    design: "exported",
    trainingId: "exported",
    budgetCredits: "exported",
    ballotSeed: { withheld: "It would tell which picture is whose in votes you have not cast yet." },
    status: "exported",
    stopCode: "exported",
    idempotencyKey: "exported",
    createdAt: "exported",
    endedAt: "exported",
  }),
  experimentCells: exported(
    schema.experimentCells,
    "A portrait that an experiment asked for: an arm on a pair of brief and seed.",
    ["experimentId", "block", "arm"],
    {
      subjectId: "exported",
      experimentId: "exported",
      block: "exported",
      arm: "exported",
      attempt: "exported",
      generationId: "exported",
    },
  ),
  experimentVotes: exported(
    schema.experimentVotes,
    "A blind vote of yours between two portraits.",
    ["experimentId", "ballot"],
    {
      subjectId: "exported",
      experimentId: "exported",
      ballot: "exported",
      block: "exported",
      firstArm: "exported",
      secondArm: "exported",
      choice: "exported",
      votedAt: "exported",
    },
  ),
  subjectPresets: exported(
    schema.subjectPresets,
    "A version of your own default preset, and the experiment it came from.",
    ["version"],
    {
      subjectId: "exported",
      version: "exported",
      presetId: "exported",
      presetVersion: "exported",
      changes: "exported",
      name: "exported",
      experimentId: "exported",
      arm: "exported",
      takenAt: "exported",
      withdrawnAt: "exported",
    },
  ),
};
