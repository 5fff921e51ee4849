import { useQuery } from "@tanstack/react-query";

import { Bill } from "../../parts/bill.tsx";
import type { PortraitDetail } from "../../views/views.ts";
import { compare } from "../../words/en/compare.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { differenceInWords } from "./difference-in-words.ts";

/** What was done differently for the second portrait than for the first, from their recipes. */
export function RecipeDifference({ first, second }: { first: PortraitDetail; second: PortraitDetail }) {
  const words = useRoomWords({ "en-GB": compare });
  const differences = useQuery({
    queryKey: ["recipe-difference", first.recipe, second.recipe],
    queryFn: async () => {
      const { diffRecipes } = await import("@selfsame/flux-core");
      return diffRecipes(first.recipe, second.recipe);
    },
    staleTime: Infinity,
  }).data;
  if (differences === undefined) return null;
  const lines = differenceInWords(words, differences);
  return (
    <section className="compared-difference">
      <h2>{words.difference}</h2>
      {lines.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <Bill lines={lines.map(({ label, sentence }) => ({ label, value: sentence }))} />
      )}
    </section>
  );
}
