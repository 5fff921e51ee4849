import { Agent, request } from "node:http";

/** One request of a load. */
export interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends requests to one server over so many connections, each as soon as one is free.
 *
 * @returns how long all of them took, in seconds
 * @throws when one is answered with anything but success: what was refused was not measured
 */
export async function sendAll(
  serverUrl: string,
  requests: readonly Sent[],
  connections: number,
): Promise<number> {
  const { hostname, port } = new URL(serverUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send = ({ path, headers, body }: Sent): Promise<void> =>
    new Promise((resolve, reject) => {
      const length = Buffer.byteLength(body);
      const options = { agent, hostname, port, path, method: "POST" };
      const sending = request({ ...options, headers: { ...headers, "content-length": length } }, (answer) => {
        const status = answer.statusCode ?? 0;
        answer.resume().once("end", () => {
          if (status >= 200 && status < 300) resolve();
          else reject(new Error(`${path} was answered with ${status}`));
        });
      });
      sending.once("error", reject).end(body);
    });
  let next = 0;
  const lane = async (): Promise<void> => {
    for (;;) {
      const one = requests[next];
      next += 1;
      if (one === undefined) return;
      await send(one);
    }
  };
  const beganAt = performance.now();
  try {
    await Promise.all(Array.from({ length: connections }, lane));
    return (performance.now() - beganAt) / 1_000;
  } finally {
    agent.destroy();
  }
}
