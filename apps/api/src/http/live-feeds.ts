import type { Http2Bindings, HttpBindings } from "@hono/node-server";
import type { MiddlewareHandler } from "hono";

/** The answers of this process that go on for as long as somebody reads. */
export interface LiveFeeds {
  /** Notes every answer that is a stream of events. */
  readonly note: MiddlewareHandler<{ Bindings: HttpBindings | Http2Bindings }>;
  /**
   * Cuts all of them, and from now on every new one. A cut feed is taken up again by its reader, elsewhere, after the
   * last event it saw; one that was ended in order would not be.
   */
  readonly cut: () => void;
}

export const createLiveFeeds = (): LiveFeeds => {
  const open = new Set<() => void>();
  let isCut = false;
  return {
    note: async (context, next) => {
      await next();
      if (!context.res.headers.get("content-type")?.startsWith("text/event-stream")) return;
      const { outgoing } = context.env;
      const end = (): void => {
        outgoing.destroy();
      };
      if (isCut) return end();
      open.add(end);
      outgoing.once("close", () => open.delete(end));
    },
    cut: () => {
      isCut = true;
      for (const end of open) end();
    },
  };
};
