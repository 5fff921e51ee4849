import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { isObject } from "./is-object.ts";
import { checkWebhookBody } from "./openapi-document.ts";

/** A webhook as it arrived. */
export interface Received {
  headers: IncomingHttpHeaders;
  raw: string;
  body: Record<string, unknown>;
  path: string;
}

/** A server that takes webhooks; each `answers` entry is the status of one request, and 200 after them. */
export interface WebhookReceiver {
  url: string;
  received: Received[];
  answers: number[];
  /** Leaves requests unanswered, until they are released. */
  hold(): void;
  release(): void;
  /** Resolves when so many have arrived. */
  arrived(count: number): Promise<void>;
}

/** Starts a receiver that is closed when the test ends; a body that is not as documented fails the test. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const answers: number[] = [];
  const wrong: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let held: Promise<void> = Promise.resolve();
  let release = () => {};
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const raw = await text(request);
    const body: unknown = JSON.parse(raw);
    if (isObject(body)) {
      const kind = "data_removed" in body ? "prediction" : "training";
      wrong.push(...checkWebhookBody(kind, body));
      received.push({ headers: request.headers, raw, body, path: request.url ?? "" });
    }
    await held;
    response.writeHead(answers.shift() ?? 200).end();
    for (const { count, resolve } of waiting) if (received.length >= count) resolve();
  };
  const server = createServer((request, response) => {
    take(request, response).catch((error: unknown) => wrong.push(String(error)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
    if (wrong.length > 0) throw new Error(`Webhooks were not as documented:\n${wrong.join("\n")}`);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers,
    hold: () => {
      held = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release(),
    arrived: (count) =>
      new Promise((resolve) => {
        if (received.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  };
}
