import type { ScoredMeasurement } from "../../views/views.ts";
import type { MeasuringWords } from "../../words/measuring-words.ts";

/** One of the bars beside a portrait. */
export interface Measure {
  readonly title: string;
  /** The judgement in few words. */
  readonly verdict: string;
  /** Colour stands for a judgement alone; `plain` has none. */
  readonly tone: "good" | "look" | "plain";
  /** Null where there is nothing to draw. */
  readonly bar: { readonly own: readonly number[]; readonly at: number } | null;
  readonly from: string;
  readonly to: string;
  readonly sentences: readonly string[];
}

/** Up to which smile what is said; the same steps that presets ask for, and one between a smile and a wide one. */
const smileSteps = { calm: 0.2, soft: 0.55, smile: 0.75 } as const;

/** Skin is shown from a quarter of one's own texture to four times as much, each doubling equally long. */
const skinDoublings = 2;
const alongSkin = (ratio: number): number => (Math.log2(ratio) + skinDoublings) / (2 * skinDoublings);

const decimals = (value: number, digits: number): string => value.toFixed(digits);

/** Looks like you, expression, skin: what each says, and where it stands among the person's own photos. */
export function measuresOf(words: MeasuringWords, scored: ScoredMeasurement): readonly Measure[] {
  return [likenessOf(words, scored), expressionOf(words, scored), skinOf(words, scored)];
}

function likenessOf({ likeness: words }: MeasuringWords, scored: ScoredMeasurement): Measure {
  const { raw, ownPhotos, likeness, looksLikeAnother } = scored;
  const along = (cosine: number) => (cosine - ownPhotos.stranger) / (1 - ownPhotos.stranger);
  const low = Math.min(...ownPhotos.likeness);
  const high = Math.max(...ownPhotos.likeness);
  const isWithin = ownPhotos.likeness.length > 0 && raw >= low;
  const sentence =
    ownPhotos.likeness.length === 0
      ? words.alone(decimals(raw, 3))
      : words.sentence(decimals(raw, 3), decimals(low, 3), decimals(high, 3));
  const verdicts = {
    "not-recognisable": { verdict: words.other, tone: "look" },
    weak: { verdict: words.weak, tone: "look" },
    good: { verdict: isWithin ? words.within : words.good, tone: "good" },
    "copy-suspected": { verdict: words.copy, tone: "look" },
  } as const;
  return {
    title: words.title,
    ...verdicts[likeness.band],
    bar: { own: ownPhotos.likeness.map(along), at: along(raw) },
    from: words.from,
    to: words.to,
    sentences: looksLikeAnother ? [sentence, words.alarm] : [sentence],
  };
}

function expressionOf({ expression: words }: MeasuringWords, scored: ScoredMeasurement): Measure {
  const { smile, naturalness, naturalnessReasons, ownPhotos } = scored;
  const verdict =
    smile <= smileSteps.calm
      ? words.calm
      : smile <= smileSteps.soft
        ? words.soft
        : smile <= smileSteps.smile
          ? words.smile
          : words.wide;
  const more = ownPhotos.smile.filter((own) => own > smile).length;
  const [heaviest] = naturalnessReasons;
  const natural = words.natural(Math.round(naturalness * 100));
  return {
    title: words.title,
    verdict,
    tone: "plain",
    bar: { own: ownPhotos.smile, at: smile },
    from: words.from,
    to: words.to,
    sentences: [
      words.sentence(more, ownPhotos.smile.length),
      heaviest === undefined ? `${natural}.` : `${natural}; ${words.reasons[heaviest]}.`,
    ],
  };
}

function skinOf({ skin: words }: MeasuringWords, { texture, ownPhotos }: ScoredMeasurement): Measure {
  const ends = { title: words.title, from: words.from, to: words.to };
  if (texture === null) return { ...ends, verdict: "", tone: "plain", bar: null, sentences: [words.unknown] };
  const low = decimals(Math.min(...ownPhotos.skin), 2);
  const high = decimals(Math.max(...ownPhotos.skin), 2);
  return {
    ...ends,
    verdict: words[texture.band],
    tone: texture.band === "as-in-selfies" ? "good" : "look",
    bar: { own: ownPhotos.skin.map(alongSkin), at: alongSkin(texture.ratio) },
    sentences: [words.sentence(decimals(texture.ratio, 2), low, high)],
  };
}
