import { z } from "zod";
import { expressionName } from "../../studio/expression-name.ts";

/** How much of the person a shot shows, nearest first, and the words a brief begins with. */
export const framings = Object.freeze({
  "close-up": "close-up portrait",
  "head-and-shoulders": "head and shoulders portrait",
  "half-length": "half-length portrait",
  "three-quarter": "three-quarter-length portrait",
  "full-length": "full-length portrait",
  wide: "wide portrait with room around the person",
} as const);

/** How much of the person a shot shows. */
export type Framing = keyof typeof framings;

// Safe: the table above has every framing as a key and no other.
const framingNames = Object.keys(framings) as [Framing, ...Framing[]];

/** One of the framings, by its id. */
export const framingName = z.enum(framingNames);

export const shotTextLimit = 120;
const maximumShots = 40;

/** One line without marks: each field is to stay one clause of the prompt. */
const oneClause = z
  .string()
  .min(3)
  .max(shotTextLimit)
  .regex(/^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N} '’/-]|\.(?=\d))*$/u, {
    message: "write letters, digits, spaces, apostrophes and hyphens, on one line",
  });

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { message: "write small letters and digits, parted by hyphens" });

/** One picture of a photoshoot, in the words a photographer would brief it with; nothing says who is in it. */
export const shot = z.strictObject({
  id: slug,
  title: oneClause.max(60),
  framing: framingName,
  /** What the person is doing, as it follows the framing: `leaning on the rail`. */
  moment: oneClause,
  clothes: oneClause,
  place: oneClause,
  /** Where the light comes from and what it leaves in shade. */
  light: oneClause,
  lens: oneClause,
  expression: expressionName,
});

/** One picture of a photoshoot. */
export type Shot = z.infer<typeof shot>;

const startsWithCapital = /^\p{Lu}/u;

/** A photoshoot: shots that belong together. Its version grows by one whenever a shot of it changes. */
export const collection = z.strictObject({
  id: slug,
  version: z.int().min(1),
  title: oneClause.max(60).regex(startsWithCapital, { message: "begin with a capital letter" }),
  /** One sentence for whoever chooses. */
  description: z.string().min(10).max(200),
  shots: z
    .array(shot)
    .min(1)
    .max(maximumShots)
    .refine((shots) => new Set(shots.map(({ id }) => id)).size === shots.length, {
      message: "two shots have the same id",
    }),
});

/** A photoshoot: shots that belong together. */
export type Collection = z.infer<typeof collection>;
