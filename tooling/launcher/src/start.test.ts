import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { freePort } from "./ports.ts";

const entry = fileURLToPath(new URL("../start.mjs", import.meta.url));
const ready = /^Selfsame is ready at (http:\/\/\S+) \(Ctrl-C stops it\)\.$/m;

interface Launch {
  readonly process: ChildProcess;
  readonly dataFolder: string;
  /** Everything it wrote so far, to both outputs. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

// A first start makes the database, which takes seconds; the tests begin from a copy of what it left.
const startedOnce = mkdtempSync(join(tmpdir(), "selfsame-started-once-"));

beforeAll(async () => {
  const first = await launched({ port: await freePort(), dataFolder: startedOnce });
  signalGroup(first.process, "SIGINT");
  await first.ended;
});

afterAll(() => rmSync(startedOnce, { recursive: true, force: true }));

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "selfsame-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(startedOnce, folder, { recursive: true });
  return folder;
}

const launches: Pick<Launch, "process" | "ended">[] = [];

afterEach(async () => {
  for (const { process: child, ended } of launches.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) signalGroup(child, "SIGTERM");
    await ended;
  }
});

/** Runs what `npm start` runs, as the leader of a process group, as a terminal does. */
function launch(settings: { port: number; dataFolder: string }): Launch {
  const { port, dataFolder } = settings;
  const child = spawn(process.execPath, [entry], {
    detached: true,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataFolder, SIMULATOR_SPEED: "instant" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
  }
  const ended = once(child, "close").then(() => child.exitCode);
  launches.push({ process: child, ended });
  return { process: child, dataFolder, said: () => said, ended };
}

async function launched(settings: { port: number; dataFolder: string }): Promise<Launch & { url: string }> {
  const started = launch(settings);
  const url = await Promise.race([
    vi.waitUntil(() => ready.exec(started.said())?.[1], { timeout: 60_000, interval: 50 }),
    started.ended.then(() => undefined),
  ]);
  if (url === undefined) throw new Error(`It ended before it was ready:\n${started.said()}`);
  return { ...started, url };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid !== undefined) process.kill(-child.pid, signal);
}

/** The processes that were started with a data folder, found by their environment. */
function processesOn(dataFolder: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        return readFileSync(`/proc/${id}/environ`, "utf8").includes(`DATA_DIR=${dataFolder}\0`);
      } catch {
        // It ended while we looked, or is not ours to look at.
        return false;
      }
    })
    .map(Number);
}

describe("npm start", () => {
  it("says one line with the address, serves the page there, and leaves no process after Ctrl-C", async () => {
    const studio = await launched({ port: await freePort(), dataFolder: temporaryFolder() });
    const page = await fetch(studio.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>");
    expect(studio.said()).toMatch(/^[^\n]+\n$/);
    expect(processesOn(studio.dataFolder).length).toBeGreaterThan(1);

    signalGroup(studio.process, "SIGINT");
    expect(await studio.ended).toBe(0);
    expect(processesOn(studio.dataFolder)).toEqual([]);
  });

  it("keeps accounts and their data over a restart", async () => {
    const settings = { port: await freePort(), dataFolder: temporaryFolder() };
    const account = { email: "ada@example.org", password: "correct horse battery", name: "ada@example.org" };
    const ask = (url: string, path: string) =>
      fetch(`${url}/api/auth/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: url },
        body: JSON.stringify(account),
      });
    const first = await launched(settings);
    expect((await ask(first.url, "sign-up/email")).status).toBe(200);
    signalGroup(first.process, "SIGINT");
    await first.ended;

    const second = await launched(settings);
    expect((await ask(second.url, "sign-in/email")).status).toBe(200);
  });

  it("leaves no process when it is killed", async () => {
    const studio = await launched({ port: await freePort(), dataFolder: temporaryFolder() });
    studio.process.kill("SIGKILL");
    await vi.waitFor(() => expect(processesOn(studio.dataFolder)).toEqual([]), { timeout: 30_000 });
  });

  it("stops everything and says so when the server ends by itself", async () => {
    const studio = await launched({ port: await freePort(), dataFolder: temporaryFolder() });
    const server = processesOn(studio.dataFolder).find((id) =>
      readFileSync(`/proc/${id}/cmdline`, "utf8").includes("apps/api/src/main.ts"),
    );
    process.kill(Number(server), "SIGKILL");
    expect(await studio.ended).toBe(1);
    expect(studio.said()).toMatch(/The server ended by itself; .+\n$/);
    expect(processesOn(studio.dataFolder)).toEqual([]);
  });

  it("says in one line that its port is taken, and how to choose another", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const studio = launch({ port, dataFolder: temporaryFolder() });
    expect(await studio.ended).toBe(1);
    expect(studio.said()).toBe(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start\n`);
  });

  it("says in one line that a studio already runs on its data", async () => {
    const dataFolder = temporaryFolder();
    await launched({ port: await freePort(), dataFolder });
    const second = launch({ port: await freePort(), dataFolder });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/^A studio already runs on \S+ \(process \d+\)\. .+\n$/);
  });

  it("says in one line that its data folder cannot be made", async () => {
    const dataFolder = join(entry, "data");
    const studio = launch({ port: await freePort(), dataFolder });
    expect(await studio.ended).toBe(1);
    expect(studio.said()).toMatch(/^Selfsame keeps its data in \S+, which cannot be written to\. .+\n$/);
  });
});
