import { generationStatuses, levels, services } from "@selfsame/flux-core";
import { z } from "zod";
import type { PortraitRow } from "../gallery/portrait.store.ts";
import { portraitView, toPortraitView } from "../gallery/portrait-view.ts";
import { expressionName } from "../studio/expression-name.ts";
import { progressView } from "../studio/progress-view.ts";
import type { GenerationRow } from "./generation.store.ts";
import { generationProblems, isGenerationProblem } from "./generation-problem.ts";

const problemView = z.object({ code: z.string(), message: z.string() });

/** A generation as a page watches it. */
export const generationView = z.object({
  id: z.uuid(),
  service: z.enum(services),
  brief: z.string(),
  expression: expressionName.nullable(),
  enhancement: z.enum(levels),
  preset: z.object({ id: z.string(), version: z.number() }),
  /** What was changed of the preset, by parameter. */
  changes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  outputs: z.number(),
  seed: z.number(),
  status: z.enum(generationStatuses),
  progress: progressView.nullable(),
  portraits: z.array(portraitView),
  /** Delivered, and since put into the trash or removed: they hang nowhere. */
  putAway: z.number(),
  /** Asked for and not delivered, once it has ended; 0 before. */
  withheld: z.number(),
  /** Why it ended without all its portraits; null before the end. */
  error: problemView.nullable(),
  /** What threatens it while it is open; null when nothing does, and after the end. */
  alarm: problemView.nullable(),
  prompt: z.string(),
  cancelRequested: z.boolean(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  simulated: z.boolean(),
});

type GenerationView = z.infer<typeof generationView>;

const phaseOf = {
  queued: "queued",
  submitted: "starting",
  running: "working",
  storing: "storing",
} as const;

const progressOf = (row: GenerationRow): GenerationView["progress"] => {
  if (
    row.status !== "queued" &&
    row.status !== "submitted" &&
    row.status !== "running" &&
    row.status !== "storing"
  ) {
    return null;
  }
  return { phase: phaseOf[row.status], step: row.step, totalSteps: row.totalSteps };
};

const problemOf = ({ errorCode }: GenerationRow): GenerationView["error"] =>
  errorCode !== null && isGenerationProblem(errorCode)
    ? { code: errorCode, message: generationProblems[errorCode] }
    : null;

/** Puts a generation and all its portraits, those in the trash included, into the page's form. */
export const toGenerationView = (row: GenerationRow, portraits: readonly PortraitRow[]): GenerationView => {
  const hanging = portraits.filter(({ trashedAt }) => trashedAt === null);
  const delivered = portraits.length + row.removedPortraits;
  return {
    id: row.id,
    service: row.service,
    brief: row.brief,
    expression: row.expression,
    enhancement: row.enhancement,
    preset: { id: row.presetId, version: row.presetVersion },
    changes: row.changes,
    outputs: row.outputs,
    seed: row.seed,
    status: row.status,
    progress: progressOf(row),
    portraits: hanging.map((portrait) =>
      toPortraitView({ ...portrait, brief: row.brief, service: row.service, presetId: row.presetId }),
    ),
    putAway: delivered - hanging.length,
    withheld: row.endedAt === null ? 0 : row.outputs - delivered,
    error: row.endedAt === null ? null : problemOf(row),
    alarm: row.endedAt === null ? problemOf(row) : null,
    prompt: row.prompt,
    cancelRequested: row.cancelRequestedAt !== null,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    simulated: row.simulated,
  };
};
