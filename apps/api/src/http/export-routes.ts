import { Hono } from "hono";
import { isDomainError } from "../errors/domain-error.ts";
import { exportEverything } from "../export/export-everything.ts";
import { requireScope } from "../tokens/require-scope.ts";
import { archiveBody } from "./archive-body.ts";
import { type AccessRouteParts, findAccess } from "./find-access.ts";
import type { ServerEnvironment } from "./server-environment.ts";

const nobodysToKeep = { "Cache-Control": "no-store" };

/**
 * Everything of a person as one archive, for that person alone: their session and a ticket that they were given. It is
 * sent while it is made, so its size is not known before; one that breaks off is broken for the browser, too.
 */
export const exportRoutes = ({ studio, auth, addressOf }: AccessRouteParts): Hono<ServerEnvironment> => {
  const routes = new Hono<ServerEnvironment>();
  const underWay = new Set<string>();
  routes.get("/:ticket", async (context) => {
    try {
      const { headers } = context.req.raw;
      const access = await findAccess({ studio, auth, headers, address: addressOf(context) });
      if (access === null) return context.body(null, 404, nobodysToKeep);
      requireScope(access, "session");
      const { caller } = access;
      if (underWay.has(caller.subjectId)) return context.body(null, 429, nobodysToKeep);
      const { fileName, archive } = exportEverything(studio, caller, context.req.param("ticket"));
      underWay.add(caller.subjectId);
      archive.once("close", () => underWay.delete(caller.subjectId));
      archive.on("error", (error) => studio.log.warn({ error }, "an export of everything broke off"));
      const body = archiveBody(archive, () => context.env.outgoing.destroy());
      return context.body(body, 200, {
        ...nobodysToKeep,
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${fileName}"`,
      });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return context.body(null, 404, nobodysToKeep);
    }
  });
  return routes;
};
