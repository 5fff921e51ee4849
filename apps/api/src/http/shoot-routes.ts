import { type Context, Hono } from "hono";
import { z } from "zod";
import { isDomainError } from "../errors/domain-error.ts";
import { readContactSheet } from "../photoshoot/read-contact-sheet.ts";
import { zipShoot } from "../photoshoot/zip-shoot.ts";
import type { Caller } from "../studio/caller.ts";
import { requireScope } from "../tokens/require-scope.ts";
import { archiveBody } from "./archive-body.ts";
import { type AccessRouteParts, findAccess } from "./find-access.ts";
import type { ServerEnvironment } from "./server-environment.ts";

const notKept = { "Cache-Control": "no-store", Vary: "Cookie, Authorization" };

/** What can be taken away of a shoot, by its owner alone. Anything that is not the caller's answers as what does not exist. */
export const shootRoutes = ({ studio, auth, addressOf }: AccessRouteParts): Hono<ServerEnvironment> => {
  const routes = new Hono<ServerEnvironment>();
  const answer = async (
    context: Context<ServerEnvironment>,
    respond: (caller: Caller, shootId: string) => Promise<Response>,
  ): Promise<Response> => {
    const shootId = z.uuid().safeParse(context.req.param("id"));
    try {
      const { headers } = context.req.raw;
      const access = await findAccess({ studio, auth, headers, address: addressOf(context) });
      if (!shootId.success || access === null) return context.body(null, 404, notKept);
      requireScope(access, "read");
      return await respond(access.caller, shootId.data);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const busy = error.code === "storage_unavailable" || error.code === "rate_limited";
      return context.body(null, busy ? 503 : 404, notKept);
    }
  };
  routes.get("/:id/contact-sheet", (context) =>
    answer(context, async (caller, shootId) => {
      const { bytes, contentType } = await readContactSheet(studio, caller, shootId);
      return context.body(new Uint8Array(bytes), 200, {
        ...notKept,
        "Content-Type": contentType,
        "Content-Disposition": `inline; filename="contact-sheet.jpg"`,
      });
    }),
  );
  routes.get("/:id/zip", (context) =>
    answer(context, async (caller, shootId) => {
      const { fileName, archive } = await zipShoot(studio, caller, shootId);
      archive.on("error", (error) => studio.log.warn({ error, shootId }, "the zip of a shoot broke off"));
      const body = archiveBody(archive, () => context.env.outgoing.destroy());
      return context.body(body, 200, {
        ...notKept,
        "Content-Type": "application/zip",
        "Content-Disposition": `attachment; filename="${fileName}"`,
      });
    }),
  );
  return routes;
};
