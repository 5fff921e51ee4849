import type { CardView } from "../../views/views.ts";
import type { Words } from "../../words/en.ts";
import type { MayaWords } from "../../words/maya-words.ts";
import type { Format } from "../../words/format.ts";

interface CardLine {
  readonly label: string;
  readonly value: string;
}

const usualPreset = "natural-expression";

/** What a card says, line by line; the preset only where it is not the usual one as it is. */
export function cardLines(
  { maya: { card: words }, studio }: { readonly maya: MayaWords; readonly studio: Words["studio"] },
  format: Pick<Format, "decimal">,
  card: CardView,
): readonly CardLine[] {
  const { guidance, numInferenceSteps, loraScale } = card.changes;
  const changed = [
    ...(guidance === undefined ? [] : [words.changed.guidance(format.decimal(guidance))]),
    ...(numInferenceSteps === undefined
      ? []
      : [words.changed.numInferenceSteps(format.decimal(numInferenceSteps))]),
    ...(loraScale === undefined ? [] : [words.changed.loraScale(format.decimal(loraScale))]),
  ];
  const preset = words.presets[card.presetId] ?? card.presetId;
  const isUsual = card.presetId === usualPreset && changed.length === 0;
  return [
    { label: words.expression, value: studio.expressions[card.expression] },
    { label: words.light, value: card.light },
    { label: words.place, value: card.place },
    { label: words.clothes, value: card.clothes },
    { label: words.framing, value: words.framings[card.framing] },
    ...(isUsual ? [] : [{ label: words.preset, value: [preset, ...changed].join(", ") }]),
  ];
}
