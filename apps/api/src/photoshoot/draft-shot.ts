import type { Expression } from "@selfsame/flux-core";
import { type Framing, framings, type Shot } from "./collections/collection-schema.ts";

/** A shot that is still to be looked over: what no clause of the brief fits is empty. */
export type ShotDraft = Omit<Shot, "id">;

const words = {
  lens: /\b\d{2,3} ?mm\b|\blens\b|\bf\/\d/iu,
  light:
    /\b(light|lit|sun|sunlight|sunset|sunrise|lamp|lamps|shade|shadow|dusk|dawn|daylight|overcast|glow|candle|neon)\b/iu,
  clothes:
    /\b(coat|jacket|shirt|blouse|dress|suit|jumper|sweater|cardigan|knit|roll-neck|scarf|trousers|jeans|skirt|linen|wool|denim|t-shirt|hoodie|blazer|wearing)\b/iu,
} as const;

type Field = keyof typeof words | "moment" | "place";

const fieldsByWord = Object.entries(words) as readonly (readonly [keyof typeof words, RegExp])[];
// Safe: both tables have exactly these keys.
const framingsByWords = Object.entries(framings) as readonly (readonly [Framing, string])[];

const fieldOf = (clause: string, taken: ReadonlySet<Field>): Field | null => {
  const told = fieldsByWord.find(([field, pattern]) => pattern.test(clause) && !taken.has(field))?.[0];
  if (told !== undefined) return told;
  return taken.has("moment") ? (taken.has("place") ? null : "place") : "moment";
};

/**
 * Lays a plain brief into a shot's fields: each clause where its words point, the first of the others as the moment and
 * the next as the place. A brief that `renderShot` wrote comes back as it was; of any other it is a draft to look over.
 *
 * @example draftShot("leaning on the rail, grey wool coat, empty pier", { title: "By the sea", expression: "calm" })
 */
export const draftShot = (
  brief: string,
  { title, expression }: { readonly title: string; readonly expression: Expression | null },
): ShotDraft => {
  const told = framingsByWords.find(([, text]) => brief.startsWith(`${text} `));
  const rest = told === undefined ? brief : brief.slice(told[1].length + 1);
  const clauses = rest
    .split(/[,;\n]/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  const laid: Record<Field, string> = { moment: "", clothes: "", place: "", light: "", lens: "" };
  const whole = told !== undefined && clauses.length === 5;
  const inOrder: readonly Field[] = ["moment", "clothes", "place", "light", "lens"];
  const taken = new Set<Field>();
  for (const [at, clause] of clauses.entries()) {
    const field = whole ? (inOrder[at] ?? null) : fieldOf(clause, taken);
    if (field === null) continue;
    taken.add(field);
    laid[field] = clause;
  }
  return { title, framing: told?.[0] ?? "half-length", ...laid, expression: expression ?? "calm" };
};
