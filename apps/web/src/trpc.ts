import type { AppRouter } from "@selfsame/api/router";
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  isNonJsonSerializable,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";

import { uploadFetch } from "./upload/upload-fetch.ts";

/** The studio's api as this page calls it; every type comes from the router itself. */
export type ApiClient = TRPCClient<AppRouter>;

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** Connects to the api that served the page: batched calls, uploads with measured progress, live events. */
export function createApiClient(url = "/trpc"): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url }),
        false: splitLink({
          condition: (operation) => isNonJsonSerializable(operation.input),
          true: httpLink({ url, fetch: uploadFetch }),
          // As POST: an address has no room for a long brief.
          false: httpBatchLink({ url, methodOverride: "POST", maxItems: 50 }),
        }),
      }),
    ],
  });
}
