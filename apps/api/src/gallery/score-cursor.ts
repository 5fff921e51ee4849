import { z } from "zod";
import type { ScorePlace } from "./measured-portrait.store.ts";

const decoded = z.tuple([z.number().min(0).max(1), z.uuid()]);

/** A cursor as clients carry it: text whose inside is the studio's own affair. */
export const encodeScoreCursor = ({ value, id }: ScorePlace): string =>
  Buffer.from(JSON.stringify([value, id])).toString("base64url");

/** Reads a cursor of a list by score; anything that is none is refused as bad input. */
export const scoreCursorInput = z
  .string()
  .max(200)
  .transform((text, context): ScorePlace => {
    try {
      const [value, id] = decoded.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
      return { value, id };
    } catch {
      context.addIssue({
        code: "custom",
        message: "This is no cursor of this list; leave it out to start from the best",
      });
      return z.NEVER;
    }
  });
