import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { DomainError, isDomainError } from "../errors/domain-error.ts";
import { downloadPortrait } from "../gallery/download-portrait.ts";
import { downloadPortraits, maximumPortraitsInZip } from "../gallery/download-portraits.ts";
import { requireScope } from "../tokens/require-scope.ts";
import { errorBody } from "../trpc/error-body.ts";
import { trpcErrorFrom } from "../trpc/trpc-error-from.ts";
import { archiveBody } from "./archive-body.ts";
import { type AccessRouteParts, findAccess } from "./find-access.ts";
import type { ServerEnvironment } from "./server-environment.ts";

const nobodysToKeep = { "Cache-Control": "no-store" };
const wantedPortrait = z.uuid();
const wantedPortraits = z.strictObject({
  portraitIds: z.array(z.uuid()).min(1).max(maximumPortraitsInZip),
});

/**
 * Portraits to take home, for their owner alone: one as a file, or several with their recipes as an archive that is
 * sent while it is made. Every one of them carries the mark of pictures that a model makes.
 */
export const downloadRoutes = ({ studio, auth, addressOf }: AccessRouteParts): Hono<ServerEnvironment> => {
  const routes = new Hono<ServerEnvironment>();
  const accessOf = (context: Context<ServerEnvironment>) =>
    findAccess({ studio, auth, headers: context.req.raw.headers, address: addressOf(context) });
  const underWay = new Set<string>();
  routes.get("/portraits/:id", async (context) => {
    try {
      const id = wantedPortrait.safeParse(context.req.param("id"));
      const access = await accessOf(context);
      if (!id.success || access === null) return context.body(null, 404, nobodysToKeep);
      requireScope(access, "read");
      const { bytes, contentType, fileName } = await downloadPortrait(studio, access.caller, id.data);
      return context.body(new Uint8Array(bytes), 200, {
        ...nobodysToKeep,
        "Content-Type": contentType,
        "Content-Length": String(bytes.length),
        "Content-Disposition": `attachment; filename="${fileName}"`,
      });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return context.body(null, error.code === "storage_unavailable" ? 503 : 404, nobodysToKeep);
    }
  });
  routes.post("/portraits", async (context) => {
    try {
      const access = await accessOf(context);
      const body: unknown = await context.req.json().catch(() => undefined);
      if (access === null) throw new DomainError("unauthenticated", {});
      requireScope(access, "read");
      const { caller } = access;
      const wanted = wantedPortraits.safeParse(body);
      if (!wanted.success)
        throw new DomainError("input_invalid", {
          issues: wanted.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
        });
      const { subjectId } = caller;
      if (underWay.has(subjectId)) throw new DomainError("download_under_way", {});
      const { fileName, archive } = await downloadPortraits(studio, caller, wanted.data.portraitIds);
      underWay.add(subjectId);
      archive.once("close", () => underWay.delete(subjectId));
      archive.on("error", (error) => studio.log.warn({ error }, "an archive of portraits broke off"));
      return context.body(
        archiveBody(archive, () => context.env.outgoing.destroy()),
        200,
        {
          ...nobodysToKeep,
          "Content-Type": "application/zip",
          "Content-Disposition": `attachment; filename="${fileName}"`,
        },
      );
    } catch (error) {
      if (!isDomainError(error)) throw error;
      // Safe: a status of an error always has a body.
      const status = getHTTPStatusCodeFromError(trpcErrorFrom(error)) as ContentfulStatusCode;
      return context.json(errorBody(error), status, nobodysToKeep);
    }
  });
  return routes;
};
