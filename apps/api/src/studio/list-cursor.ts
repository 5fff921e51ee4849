import { z } from "zod";

/** Where a page of a newest-first list ended: a moment, and the id that breaks ties. */
export interface ListCursor {
  readonly createdAt: Date;
  readonly id: string;
}

// The studio gives out no moment before 1970; a year 0, which ISO has, no database takes.
const decoded = z.tuple([z.iso.datetime().refine((text) => Date.parse(text) >= 0), z.uuid()]);

/** A cursor as clients carry it: text whose inside is the studio's own affair. */
export const encodeCursor = ({ createdAt, id }: ListCursor): string =>
  Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString("base64url");

/** Reads a cursor from a request's input; anything that is none is refused as bad input. */
export const cursorInput = z
  .string()
  .max(200)
  .transform((text, context): ListCursor => {
    try {
      const [createdAt, id] = decoded.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
      return { createdAt: new Date(createdAt), id };
    } catch {
      context.addIssue({
        code: "custom",
        message: "This is no cursor; leave it out to start from the newest",
      });
      return z.NEVER;
    }
  });
