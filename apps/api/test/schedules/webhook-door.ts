import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";
import type { StudioProcess } from "./studio-process.ts";

/** A webhook as it arrived. */
export interface ReceivedWebhook {
  readonly path: string;
  readonly body: string;
}

/** Where the provider's webhooks arrive, whichever process is there to answer. */
export interface WebhookDoor extends AsyncDisposable {
  readonly url: string;
  /** Everything that has arrived since the door was last taken over. */
  readonly received: readonly ReceivedWebhook[];
  /** From now on these processes answer; the connection breaks when there is none, or when it dies meanwhile. */
  readonly answerWith: (choose: () => StudioProcess | undefined) => void;
}

/** Opens a real port on this machine. */
export async function openWebhookDoor(): Promise<WebhookDoor> {
  let choose: () => StudioProcess | undefined = () => undefined;
  const received: ReceivedWebhook[] = [];
  const app = new Hono<{ Bindings: HttpBindings }>().all("*", async ({ env, req }) => {
    const request = req.raw;
    const { pathname, search } = new URL(request.url);
    received.push({ path: `${pathname}${search}`, body: await request.clone().text() });
    const process = choose();
    const answered = await process?.run(async () => process.webhooks.fetch(request));
    if (answered !== undefined && answered !== "died") return answered.done;
    env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  });
  const server = await new Promise<ServerType>((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, () => resolve(listening));
  });
  // Safe: a server that listens on a port has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answerWith: (next) => {
      choose = next;
      received.length = 0;
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
