import { once } from "node:events";
import { createServer } from "node:net";
import { PlainProblem } from "../plain-problem.mjs";

async function bind(port: number, host: string): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A TCP server has a port.");
  return address.port;
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return bind(0, "127.0.0.1");
}

/**
 * Makes sure that a port can be listened on.
 *
 * @throws PlainProblem that says which port it is and how to choose another
 */
export async function requireFreePort(port: number, host: string): Promise<void> {
  try {
    await bind(port, host);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const another = `Choose another: PORT=${port < 1024 ? 4600 : port + 1} npm start`;
    if (code === "EADDRINUSE") throw new PlainProblem(`Port ${port} is taken. ${another}`);
    if (code === "EACCES") throw new PlainProblem(`Port ${port} may not be used by this user. ${another}`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new PlainProblem(
        `${host} is not an address of this machine. Leave HOST out, or name one that is.`,
      );
    }
    throw error;
  }
}
