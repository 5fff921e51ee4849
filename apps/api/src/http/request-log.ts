import { createMiddleware } from "hono/factory";
import { withLogContext } from "../log/log-context.ts";
import type { Studio } from "../studio/studio.ts";
import type { ServerEnvironment } from "./server-environment.ts";

/** Gives every request an id: it stands on each line that is logged while it is answered, and in the answer. */
export const requestLog = (studio: Pick<Studio, "identifiers">) =>
  createMiddleware<ServerEnvironment>(async (context, next) => {
    const requestId = studio.identifiers.next();
    context.set("requestId", requestId);
    await withLogContext({ requestId }, next);
    context.header("X-Request-Id", requestId);
  });
