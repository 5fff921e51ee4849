import type { AppRouter } from "@selfsame/api/router";
import { createTRPCClient, httpBatchStreamLink } from "@trpc/client";

/** Asks for answers that come as a stream; its own client, so that no other room loads what reads streams. */
export const stylistClient = createTRPCClient<AppRouter>({ links: [httpBatchStreamLink({ url: "/trpc" })] });
