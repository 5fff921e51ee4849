import { useQuery } from "@tanstack/react-query";

import type { PortraitDetail } from "../../views/views.ts";

export type SealCheck = "checking" | "holds" | "broken";

/** Checks in this browser whether a recipe still is what was sealed; the code for it comes when it is needed. */
export function useSealCheck({ recipe }: Pick<PortraitDetail, "recipe">): SealCheck {
  const check = useQuery({
    queryKey: ["seal-check", recipe],
    queryFn: async () => {
      const { verifyRecipe } = await import("@selfsame/flux-core");
      return verifyRecipe(recipe).ok;
    },
    staleTime: Infinity,
  });
  if (check.data === undefined) return "checking";
  return check.data ? "holds" : "broken";
}
