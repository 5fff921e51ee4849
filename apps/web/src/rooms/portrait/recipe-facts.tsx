import { Bill } from "../../parts/bill.tsx";
import type { PortraitDetail } from "../../views/views.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { shortHash } from "./short-hash.ts";
import { useSealCheck } from "./use-seal-check.ts";

/** What a portrait is and what it came from, as facts. */
export function RecipeFacts({ portrait }: { portrait: PortraitDetail }) {
  const words = usePortraitWords();
  const format = useFormat();
  const { recipe } = portrait;
  const seal = useSealCheck(portrait);
  return (
    <section>
      <h2>{words.facts}</h2>
      <Bill
        lines={[
          {
            label: words.fileFacts,
            value: words.size(portrait.width, portrait.height, format.size(portrait.sizeBytes)),
          },
          { label: words.model, value: recipe.model },
          { label: words.version, value: <abbr title={recipe.version}>{shortHash(recipe.version)}</abbr> },
          {
            label: words.sealed,
            value: (
              <>
                <abbr title={recipe.hash}>{shortHash(recipe.hash)}</abbr>
                {words.seal[seal]}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
