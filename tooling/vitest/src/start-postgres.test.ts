import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { startPostgres } from "./start-postgres.ts";

async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: "127.0.0.1" });
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** The temporary folder that holds the server's data, as the server tells it. */
async function folderOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>("show data_directory");
  await client.end();
  return dirname(String(rows[0]?.data_directory));
}

describe("startPostgres", () => {
  it("gives a PostgreSQL 18 in which databases can be made, and leaves nothing behind", async () => {
    const postgres = await startPostgres();
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    const version = await client.query<{ server_version: string }>("show server_version");
    await client.query("create database another");
    await client.end();
    const folder = await folderOf(postgres.url);
    expect(existsSync(folder)).toBe(true);
    await postgres.stop();

    expect(version.rows[0]?.server_version).toMatch(/^18\./);
    expect(await answers(Number(new URL(postgres.url).port))).toBe(false);
    expect(existsSync(folder)).toBe(false);
  });

  it("breaks every connection in a crash, and has everything that was committed when it is back", async () => {
    const postgres = await startPostgres({ outlivesCrashes: true });
    const port = Number(new URL(postgres.url).port);
    const client = new pg.Client({ connectionString: postgres.url });
    const broken = once(client, "error");
    await client.connect();
    await client.query("create table kept (number integer)");
    await client.query("insert into kept select generate_series(1, 1000)");

    await postgres.crash();
    await broken;
    expect(await answers(port)).toBe(false);
    await postgres.revive();
    const again = new pg.Client({ connectionString: postgres.url });
    await again.connect();
    const { rows } = await again.query<{ count: number }>("select count(*)::int as count from kept");
    await again.end();
    await postgres.stop();

    expect(rows).toEqual([{ count: 1000 }]);
    expect(await answers(port)).toBe(false);
  });

  it("ends with the process that started it, even when that is killed", async () => {
    const module = fileURLToPath(new URL("./start-postgres.ts", import.meta.url));
    const script = `const { startPostgres } = await import(${JSON.stringify(module)});
      console.log((await startPostgres()).url);
      setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [url] = await once(starter.stdout, "data");
    const folder = await folderOf(String(url).trim());

    starter.kill("SIGKILL");
    await vi.waitFor(() => expect(existsSync(folder)).toBe(false), { timeout: 20_000 });
    expect(await answers(Number(new URL(String(url).trim()).port))).toBe(false);
  });
});
