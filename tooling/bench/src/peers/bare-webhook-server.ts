import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { Webhook } from "standardwebhooks";

/** The least that a webhook can cost: its signature checked by the scheme's own package, one row, one commit. */
const [databaseUrl = "", secret = "", connections = "10"] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: Number(connections) });
await pool.query("create table received (id text primary key, body jsonb not null)");
const webhook = new Webhook(secret);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.once("end", () => {
    const body = Buffer.concat(chunks).toString();
    try {
      webhook.verify(body, request.headers as Record<string, string>);
    } catch {
      // Not signed by who it should be.
      response.writeHead(401).end();
      return;
    }
    pool
      .query("insert into received (id, body) values ($1, $2)", [request.headers["webhook-id"], body])
      .then(() => response.writeHead(204).end())
      .catch(() => response.writeHead(500).end());
  });
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
// It ends with whoever started it.
process.once("disconnect", () => process.exit(0));
