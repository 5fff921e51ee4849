import type { Appearance, ProfileView } from "../../views/views.ts";

/** The profile as it stands on the page, all text as typed. */
export interface ProfileDraft {
  readonly hair: string;
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly glasses: boolean;
  readonly ownWords: string;
}

/** The ages that the studio takes, in years: everybody in it is an adult. */
const youngest = 18;
const oldest = 100;

/** What was saved, ready to be written on. */
export const profileDraft = (saved: ProfileView): ProfileDraft => ({
  hair: saved.hair ?? "",
  ageFrom: saved.ageFrom === null ? "" : String(saved.ageFrom),
  ageTo: saved.ageTo === null ? "" : String(saved.ageTo),
  glasses: saved.glasses,
  ownWords: saved.ownWords ?? "",
});

/** What the draft says; null when its ages are none, or stand the wrong way round. */
export function readProfileDraft(draft: ProfileDraft): Appearance | null {
  const [ageFrom, ageTo] = [readAge(draft.ageFrom), readAge(draft.ageTo)];
  if (ageFrom === undefined || ageTo === undefined) return null;
  if (ageFrom !== null && ageTo !== null && ageFrom > ageTo) return null;
  const { hair, glasses, ownWords } = draft;
  return { hair: textOrNull(hair), ageFrom, ageTo, glasses, ownWords: textOrNull(ownWords) };
}

const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** A whole number of years, null where nothing is written, undefined where it is no age. */
function readAge(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const age = /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return age >= youngest && age <= oldest ? age : undefined;
}
