import { Hono } from "hono";
import { z } from "zod";
import { isDomainError } from "../errors/domain-error.ts";
import { experimentFormats, exportExperiment } from "../lab/export-experiment.ts";
import { requireScope } from "../tokens/require-scope.ts";
import { type AccessRouteParts, findAccess } from "./find-access.ts";
import type { ServerEnvironment } from "./server-environment.ts";

const wantedFile = z.object({ experimentId: z.uuid(), format: z.enum(experimentFormats) });
const nobodysToKeep = { "Cache-Control": "no-store" };

/** An experiment as a file, for its owner alone. */
export const experimentFileRoutes = ({
  studio,
  auth,
  addressOf,
}: AccessRouteParts): Hono<ServerEnvironment> => {
  const routes = new Hono<ServerEnvironment>();
  routes.get("/:experimentId/:format", async (context) => {
    try {
      const wanted = wantedFile.safeParse(context.req.param());
      const { headers } = context.req.raw;
      const access = await findAccess({ studio, auth, headers, address: addressOf(context) });
      if (!wanted.success || access === null) return context.body(null, 404, nobodysToKeep);
      requireScope(access, "read");
      const { fileName, contentType, text } = await exportExperiment(studio, access.caller, wanted.data);
      return context.body(text, 200, {
        ...nobodysToKeep,
        "Content-Type": contentType,
        "Content-Disposition": `attachment; filename="${fileName}"`,
      });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const isPassing = error.code === "storage_unavailable" || error.code === "rate_limited";
      return context.body(null, isPassing ? 503 : 404, nobodysToKeep);
    }
  });
  return routes;
};
