import type { AppRouter } from "@selfsame/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type LiveFeed = inferRouterOutputs<AppRouter>["events"]["live"];

/** What the api tells a page while it is open, without its position. */
export type LiveEvent = LiveFeed extends AsyncIterable<{ data: infer TEvent }> ? TEvent : never;
