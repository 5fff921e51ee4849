import type { CollectionWords, OfferedShot, ShotDraft } from "../../../views/views.ts";

/** A shot that is being written, with a key that stays while it is. */
export interface DraftShot extends ShotDraft {
  readonly key: string;
}

/** A collection that is being written. */
export interface CollectionDraft {
  readonly title: string;
  readonly description: string;
  readonly shots: readonly DraftShot[];
}

export const textFields = ["title", "lens", "moment", "clothes", "place", "light"] as const;

export type TextField = (typeof textFields)[number];

/** The api's own shortest text of a field. */
const shortest = 3;
const shortestDescription = 10;

export const emptyShot = (): DraftShot => ({
  key: crypto.randomUUID(),
  title: "",
  framing: "half-length",
  moment: "",
  clothes: "",
  place: "",
  light: "",
  lens: "",
  expression: "calm",
});

/** Shots that exist already, to be written on. */
export const draftsOf = (shots: readonly (ShotDraft | OfferedShot)[]): DraftShot[] =>
  shots.map(({ title, framing, moment, clothes, place, light, lens, expression }) => ({
    key: crypto.randomUUID(),
    title,
    framing,
    moment,
    clothes,
    place,
    light,
    lens,
    expression,
  }));

/** How many texts of a draft are still too short to be kept. */
export function countIncomplete({ title, description, shots }: CollectionDraft): number {
  const texts = [title, ...shots.flatMap((shot) => textFields.map((field) => shot[field]))];
  return (
    texts.filter((text) => text.trim().length < shortest).length +
    (description.trim().length < shortestDescription ? 1 : 0)
  );
}

/** A draft as it is kept; shots are named after their titles, and told apart by number where two have the same. */
export function toWords({ title, description, shots }: CollectionDraft): CollectionWords {
  const used = new Set<string>();
  return {
    title: title.trim(),
    description: description.trim(),
    shots: shots.map(({ key: _key, ...shot }, at) => {
      const slug = slugOf(shot.title);
      const id = slug === "" || used.has(slug) ? `${slug === "" ? "shot" : slug}-${at + 1}` : slug;
      used.add(id);
      return {
        ...shot,
        id,
        title: shot.title.trim(),
        moment: shot.moment.trim(),
        clothes: shot.clothes.trim(),
        place: shot.place.trim(),
        light: shot.light.trim(),
        lens: shot.lens.trim(),
      };
    }),
  };
}

const slugOf = (title: string): string =>
  title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, 48)
    .replace(/-$/u, "");
