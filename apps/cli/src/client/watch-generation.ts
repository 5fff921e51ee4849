import type { StudioClient } from "./studio-client.ts";
import type { GenerationView } from "./views.ts";
import { type Watching, watchUntilEnded } from "./watch-until-ended.ts";

/** Whether a generation has reached one of its ends; an end is final. */
export function generationHasEnded({ status }: Pick<GenerationView, "status">): boolean {
  switch (status) {
    case "queued":
    case "submitted":
    case "running":
    case "storing":
      return false;
    case "succeeded":
    case "failed":
    case "canceled":
    case "expired":
      return true;
  }
}

/** Watches a generation to its end; see `watchUntilEnded`. */
export function watchGeneration(
  client: StudioClient,
  generation: GenerationView,
  watching: Watching<GenerationView>,
): Promise<GenerationView> {
  const generationId = generation.id;
  return watchUntilEnded(
    client,
    generation,
    {
      read: () => client.generations.get.query({ generationId }),
      viewIn: (event) =>
        event.type === "generation" && event.generation.id === generationId ? event.generation : undefined,
      hasEnded: generationHasEnded,
    },
    watching,
  );
}
