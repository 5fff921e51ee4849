import type { AppRouter } from "@selfsame/api/router";
import {
  createTRPCClient,
  httpBatchLink,
  httpBatchStreamLink,
  httpLink,
  httpSubscriptionLink,
  isNonJsonSerializable,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import { EventSource } from "eventsource";
import { requireStudio } from "./require-studio.ts";

/** The studio's api; every type comes from the router itself. */
export type StudioClient = TRPCClient<AppRouter>;

/** How a client reaches its studio. */
export interface StudioClientOptions {
  /** The studio's address, as `readServerAddress` gives it. */
  readonly server: string;
  /** The session's bearer token; null asks as nobody. */
  readonly token: string | null;
  /** Ends every call under way. */
  readonly signal: AbortSignal;
}

/** Calls whose answer comes as a stream. */
const answersAsTheyCome: ReadonlySet<string> = new Set(["maya.say"]);

type StoppableInit = Omit<RequestInit, "signal"> & { readonly signal?: AbortSignal | null | undefined };

/**
 * A typed client of one studio: batched calls, uploads as forms, and the live feed over server-sent events, all with
 * the same bearer token.
 *
 * @example
 * const client = createStudioClient({ server: "http://127.0.0.1:4600", token, signal });
 * const subject = await client.account.get.query();
 */
export function createStudioClient({ server, token, signal }: StudioClientOptions): StudioClient {
  const url = `${server}/trpc`;
  const authorization = token === null ? {} : { Authorization: `Bearer ${token}` };
  const headers = (): Record<string, string> => authorization;
  const stoppable = (input: string | URL | Request, init: StoppableInit = {}): Promise<Response> =>
    fetch(input, { ...init, signal: init.signal ? AbortSignal.any([init.signal, signal]) : signal });
  const call = async (input: string | URL | Request, init?: StoppableInit): Promise<Response> =>
    requireStudio(server, await stoppable(input, init));
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({
          url,
          EventSource,
          eventSourceOptions: {
            fetch: (input, init) =>
              stoppable(input, { ...init, headers: { ...init.headers, ...authorization } }),
          },
        }),
        false: splitLink({
          condition: ({ path }) => answersAsTheyCome.has(path),
          true: httpBatchStreamLink({ url, headers, fetch: call }),
          false: splitLink({
            condition: (operation) => isNonJsonSerializable(operation.input),
            true: httpLink({ url, headers, fetch: call }),
            // As POST: Node's servers refuse an address over 16 kB, and a brief may be longer.
            false: httpBatchLink({ url, headers, fetch: call, methodOverride: "POST", maxItems: 50 }),
          }),
        }),
      }),
    ],
  });
}
