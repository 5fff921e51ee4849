import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A language model that takes its time: it says one sentence, word by word, and never ends its answer by itself. */
export async function startSlowModel(): Promise<{ readonly baseUrl: string } & AsyncDisposable> {
  const chunk = (content: string) =>
    `data: ${JSON.stringify({
      id: "slow",
      object: "chat.completion.chunk",
      created: 1,
      model: "slow",
      choices: [{ index: 0, delta: { content }, finish_reason: null }],
    })}\n\n`;
  const answer = async (response: ServerResponse): Promise<void> => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const piece of ['{"says": "Kind light, ', "then, ", "from one ", "window", " and"]) {
      response.write(chunk(piece));
      await pause(20);
    }
  };
  const server = createServer((request, response) => {
    request.resume().on("end", () => void answer(response));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // Safe: a server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
