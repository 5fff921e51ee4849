import type { Preset } from "@selfsame/flux-core";
import { queryOptions } from "@tanstack/react-query";

/** The presets as flux-core has them; loaded when they are asked for, so that no other room waits for the package. */
export const presetsQuery = queryOptions({
  queryKey: ["flux-core", "presets"],
  queryFn: async (): Promise<readonly Preset[]> => {
    const { presets } = await import("@selfsame/flux-core");
    return Object.values(presets);
  },
  staleTime: Infinity,
});
