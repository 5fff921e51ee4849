import { type Context, Hono } from "hono";
import { z } from "zod";
import { isDomainError } from "../errors/domain-error.ts";
import { readImage } from "../gallery/read-image.ts";
import { readBallotPicture } from "../lab/read-ballot-picture.ts";
import { requireScope } from "../tokens/require-scope.ts";
import { findAccess, type AccessRouteParts } from "./find-access.ts";
import type { ServerEnvironment } from "./server-environment.ts";

const wantedImage = z.object({
  kind: z.enum(["selfies", "portraits"]),
  id: z.uuid(),
  size: z.union([
    z.literal("original"),
    z.enum(["160", "480", "960"]).transform((text) => Number(text) as 160 | 480 | 960),
  ]),
});

const wantedBallot = z.object({
  experimentId: z.uuid(),
  ballot: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  side: z.enum(["first", "second"]),
  size: z.enum(["480", "960"]).transform((text) => Number(text) as 480 | 960),
});

const extensions = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" } as const;

/** What is not there for one person now may be there for another, or later. */
const notKept = { "Cache-Control": "no-store" };

const refusal = (context: Context, error: unknown): Response => {
  if (!isDomainError(error)) throw error;
  const isPassing = error.code === "storage_unavailable" || error.code === "rate_limited";
  return context.body(null, isPassing ? 503 : 404, notKept);
};

/**
 * Pictures for their owner alone. Anything that is not the caller's answers as what does not exist. The browser may
 * keep them for good, since an address always names the same bytes; nothing in between may.
 */
export const imageRoutes = ({ studio, auth, addressOf }: AccessRouteParts): Hono<ServerEnvironment> => {
  const routes = new Hono<ServerEnvironment>();
  routes.get("/:kind/:id/:size", async (context) => {
    const wanted = wantedImage.safeParse(context.req.param());
    try {
      const { headers: asked } = context.req.raw;
      const access = await findAccess({ studio, auth, headers: asked, address: addressOf(context) });
      if (!wanted.success || access === null) return context.body(null, 404, notKept);
      requireScope(access, "read");
      const { caller } = access;
      const image = await readImage(studio, caller, wanted.data);
      const tag = `"${image.sha256}-${wanted.data.size}"`;
      const headers = {
        "Cache-Control": "private, max-age=31536000, immutable",
        Vary: "Cookie, Authorization",
        ETag: tag,
      };
      if (context.req.header("if-none-match") === tag) return context.body(null, 304, headers);
      return context.body(new Uint8Array(image.bytes), 200, {
        ...headers,
        "Content-Type": image.contentType,
        "Content-Length": String(image.sizeBytes),
        "Content-Disposition": `inline; filename="${wanted.data.kind}-${wanted.data.id}.${extensions[image.contentType]}"`,
      });
    } catch (error) {
      return refusal(context, error);
    }
  });
  // Nothing of the answer but the picture itself tells which portrait it is: no hash, no name.
  routes.get("/ballots/:experimentId/:ballot/:side/:size", async (context) => {
    const wanted = wantedBallot.safeParse(context.req.param());
    try {
      const { headers } = context.req.raw;
      const access = await findAccess({ studio, auth, headers, address: addressOf(context) });
      if (!wanted.success || access === null) return context.body(null, 404, notKept);
      requireScope(access, "read");
      const image = await readBallotPicture(studio, access.caller, wanted.data);
      return context.body(new Uint8Array(image.bytes), 200, {
        ...notKept,
        "Content-Type": image.contentType,
        "Content-Length": String(image.sizeBytes),
      });
    } catch (error) {
      return refusal(context, error);
    }
  });
  return routes;
};
