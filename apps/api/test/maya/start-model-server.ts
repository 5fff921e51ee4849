import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** How the server answers one request. */
export type ModelScript = (response: ServerResponse) => Promise<void> | void;

const request = z.object({
  model: z.string(),
  stream: z.literal(true),
  max_tokens: z.number(),
  response_format: z.object({ type: z.string() }).optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

/** A request as it came. */
export type ModelRequest = z.infer<typeof request> & { readonly authorization: string | undefined };

const chunk = (delta: object, finishReason: string | null = null): string =>
  `data: ${JSON.stringify({
    id: "chat-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "small",
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  })}\n\n`;

/** Begins a stream and writes a text in pieces of a few letters. */
export const writeText = (response: ServerResponse, text: string): void => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (let at = 0; at < text.length; at += 7) response.write(chunk({ content: text.slice(at, at + 7) }));
};

/** Answers a text as a stream, and ends it as the protocol wants. */
export const says =
  (text: string, finishReason = "stop"): ModelScript =>
  (response) => {
    writeText(response, text);
    response.end(`${chunk({}, finishReason)}data: [DONE]\n\n`);
  };

/** Starts a server that speaks OpenAI's chat completions, one script a request, and keeps what it was asked. */
export async function startModelServer(scripts: readonly ModelScript[]) {
  const asked: ModelRequest[] = [];
  const left = [...scripts];
  let gone = 0;
  const server = createServer((incoming, response) => {
    let body = "";
    response.on("close", () => {
      if (!response.writableFinished) gone += 1;
    });
    incoming.setEncoding("utf8").on("data", (part: string) => {
      body += part;
    });
    incoming.on("end", () => {
      asked.push({ ...request.parse(JSON.parse(body)), authorization: incoming.headers.authorization });
      const script = left.shift();
      if (script === undefined) response.writeHead(500).end();
      else void script(response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // Safe: a server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    /** How many askers went away before their answer was over. */
    gone: () => gone,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
