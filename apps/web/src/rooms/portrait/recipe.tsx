import { Verse } from "../../parts/verse.tsx";
import { useAnnounce } from "../../shell/announcer.tsx";
import type { PortraitDetail } from "../../views/views.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";

/** How a portrait was made: the prompt as verse, then the numbers in one sentence. */
export function Recipe({ portrait }: { portrait: PortraitDetail }) {
  const words = usePortraitWords();
  const { studio } = useWords();
  const format = useFormat();
  const announce = useAnnounce();
  const { recipe } = portrait;
  const number = (name: string) => {
    const value = recipe.input[name];
    return typeof value === "number" ? value : undefined;
  };
  const guidance = number("guidance_scale") ?? number("guidance");
  const steps = number("num_inference_steps");
  const numbers = [
    guidance === undefined ? null : words.guidance(format.decimal(guidance)),
    steps === undefined ? null : words.steps(steps),
  ].filter((part) => part !== null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(recipe.prompt);
      announce(studio.preview.copied);
    } catch {
      announce(studio.preview.copyFailed);
    }
  }

  return (
    <section>
      <h2 id="recipe" tabIndex={-1}>
        {words.recipe}
      </h2>
      <Verse clauses={portrait.clauses} notes={portrait.notes} />
      <p className="small quiet numbers recipe-numbers">
        {words.preset(recipe.preset.id, recipe.preset.version)}
        {numbers.length > 0 && `: ${numbers.join(", ")}`}. {words.seed(String(portrait.seed))}{" "}
        <button type="button" className="word" onClick={() => void copy()}>
          {studio.preview.copy}
        </button>
      </p>
    </section>
  );
}
