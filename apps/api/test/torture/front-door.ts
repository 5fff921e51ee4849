import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** The one address of a studio of several processes, as a load balancer gives it. */
export interface FrontDoor extends AsyncDisposable {
  readonly url: string;
}

/**
 * Passes each connection on to one of the processes that answer, in turn; cut when its process dies. With none there
 * to pass it on to, a connection is closed at once.
 *
 * @param ports the ports of this machine that answer at the moment
 */
export async function openFrontDoor(ports: () => readonly number[]): Promise<FrontDoor> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((outside) => {
    const behind = ports();
    const port = behind[turn % Math.max(1, behind.length)];
    turn += 1;
    if (port === undefined) {
      outside.destroy();
      return;
    }
    const inside = connect(port, "127.0.0.1");
    for (const [socket, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // Safe: a server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}
