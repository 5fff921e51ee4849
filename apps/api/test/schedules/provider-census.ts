import type { Simulator } from "@selfsame/replicate-simulator";
import { z } from "zod";
import { providerToken } from "../create-test-studio.ts";

const run = z.object({
  id: z.string(),
  status: z.enum(["starting", "processing", "succeeded", "failed", "canceled", "aborted"]),
  created_at: z.string(),
  webhook: z.string().nullish(),
  input: z.record(z.string(), z.unknown()).nullish(),
  output: z
    .union([z.array(z.string()), z.unknown().transform(() => [])])
    .optional()
    .transform((addresses) => addresses ?? []),
});
const page = z.object({ next: z.string().nullable(), results: z.array(run) });

/** A prediction or training that the provider accepted. */
export type AcceptedRun = z.infer<typeof run>;

/** Everything that the provider accepted, in its own words. */
export interface ProviderCensus {
  /** Ends every fault, then reads the provider's lists; what it has read before is kept when the provider forgets. */
  readonly take: () => Promise<void>;
  readonly predictions: () => readonly AcceptedRun[];
  readonly trainings: () => readonly AcceptedRun[];
}

/** Counts what was accepted from `since` on. */
export function openCensus(simulator: Simulator, since: Date): ProviderCensus {
  const known = { predictions: new Map<string, AcceptedRun>(), trainings: new Map<string, AcceptedRun>() };
  const read = async (kind: keyof typeof known): Promise<void> => {
    let next: string | null = `${simulator.url}/v1/${kind}`;
    while (next !== null) {
      const response = await fetch(next, { headers: { authorization: `Bearer ${providerToken}` } });
      const { results, next: following } = page.parse(await response.json());
      for (const found of results) {
        if (new Date(found.created_at) < since) continue;
        const before = known[kind].get(found.id);
        const isForgotten = Object.keys(found.input ?? {}).length === 0 && before !== undefined;
        const { input, output } = isForgotten ? before : found;
        known[kind].set(found.id, { ...found, input, output });
      }
      next = following;
    }
  };
  return {
    take: async () => {
      simulator.faults.clear();
      await read("predictions");
      await read("trainings");
    },
    predictions: () => [...known.predictions.values()],
    trainings: () => [...known.trainings.values()],
  };
}
