import type { CardChanges, CardView } from "../../views/views.ts";

/** A card while it is changed: what stands in the fields. */
export interface CardDraft {
  readonly title: string;
  readonly expression: CardView["expression"];
  readonly framing: CardView["framing"];
  readonly light: string;
  readonly place: string;
  readonly clothes: string;
  readonly brief: string;
  readonly presetId: CardView["presetId"];
  /** As it is typed; empty for the preset's own. */
  readonly guidance: string;
  readonly portraits: number;
}

/** The bounds of what may be changed of a preset on a card; the api has the same. */
const guidanceBounds = { least: 2, most: 4 } as const;

/** A card as it stands in the fields. */
export const cardDraft = (card: CardView): CardDraft => ({
  title: card.title,
  expression: card.expression,
  framing: card.framing,
  light: card.light,
  place: card.place,
  clothes: card.clothes,
  brief: card.brief,
  presetId: card.presetId,
  guidance: card.changes.guidance === undefined ? "" : String(card.changes.guidance),
  portraits: card.portraits,
});

/**
 * What a draft changes of a card, and nothing else: a brief that was left alone follows the other fields. `null` when
 * the guidance is no number within bounds.
 */
export const readCardDraft = (card: CardView, draft: CardDraft): CardChanges | null => {
  const { guidance: typed, ...fields } = draft;
  const { guidance: _before, ...others } = card.changes;
  const guidance = typed.trim() === "" ? undefined : Number(typed.trim().replace(",", "."));
  if (guidance !== undefined && !(guidance >= guidanceBounds.least && guidance <= guidanceBounds.most))
    return null;
  const before = cardDraft(card);
  const changed = Object.entries(fields).filter(
    // Safe: the fields of a draft are the keys it was taken apart by.
    ([field, value]) => value !== before[field as keyof typeof fields],
  );
  const isGuidanceChanged = guidance !== card.changes.guidance;
  return {
    // Safe: these are fields of a draft with the values they have there.
    ...(Object.fromEntries(changed) as CardChanges),
    ...(isGuidanceChanged ? { changes: guidance === undefined ? others : { ...others, guidance } } : {}),
  };
};
