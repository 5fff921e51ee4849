import { tracked } from "@trpc/server";
import { z } from "zod";
import { mappedFeed, router, subjectProcedure } from "../trpc/procedures.ts";
import { liveEvents } from "./live-events.ts";

const position = z.coerce.number().int().min(0);

/** The caller's live feed; a reader that reconnects with its last event's id misses nothing and sees nothing twice. */
export const eventsRouter = router({
  live: subjectProcedure
    .input(z.strictObject({ lastEventId: position.nullish() }).optional())
    .subscription(async function* ({ ctx, input, signal }) {
      const feed = liveEvents(ctx.studio, ctx.caller, {
        after: input?.lastEventId ?? null,
        signal: signal ?? new AbortController().signal,
      });
      for await (const { position: at, event } of mappedFeed(feed, ctx)) yield tracked(String(at), event);
    }),
});
