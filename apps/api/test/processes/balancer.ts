import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** One address in front of several processes, as a load balancer is. */
export interface Balancer extends AsyncDisposable {
  readonly url: string;
  /** Hands connections out to these from now on, in turn; those that refuse are passed over. */
  readonly use: (urls: readonly string[]) => void;
}

/** Starts one. Connections are passed on as they are, byte by byte. */
export async function startBalancer(): Promise<Balancer> {
  let targets: readonly string[] = [];
  let turn = 0;
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((client) => {
    keep(client);
    void reach().then((target) => {
      if (target === undefined) return client.destroy();
      keep(target);
      target.once("close", () => client.destroy());
      client.once("close", () => target.destroy());
      client.pipe(target).pipe(client);
      return undefined;
    });
  });
  const reach = async (): Promise<Socket | undefined> => {
    // Others may be used from now on while this connection is still looked after.
    const present = targets;
    for (let tries = present.length; tries > 0; tries -= 1) {
      const { hostname, port } = new URL(present[(turn += 1) % present.length] ?? "");
      const socket = connect({ host: hostname, port: Number(port) });
      try {
        await once(socket, "connect");
        return socket;
      } catch {
        // It is gone; the next one may be there.
        socket.destroy();
      }
    }
    return undefined;
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // Safe: a server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    use: (urls) => {
      targets = urls;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
