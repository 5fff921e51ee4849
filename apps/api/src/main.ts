import { DatabaseInUseError } from "./db/folder-lock.ts";
import { readSettings, SettingsError } from "./env.ts";
import { StorageUnavailableError } from "./images/image-store.ts";
import { startFromSettings } from "./start-from-settings.ts";

/** What went wrong in one line, for those mistakes that a person can mend. */
const oneLine = (error: unknown): string | undefined => {
  if (error instanceof SettingsError || error instanceof DatabaseInUseError) return error.message;
  if (error instanceof StorageUnavailableError)
    return `Pictures cannot be kept: ${error.message}. Nothing was started; check DATA_DIR or the S3 settings`;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  switch (error.code) {
    case "EADDRINUSE":
      return "The port is taken by another program. Choose another one: PORT=4601 npm start";
    case "EACCES":
    case "EROFS":
      return `The data folder cannot be written (${error.message}). Choose another one with DATA_DIR`;
    default:
      return undefined;
  }
};

/** What a process still waits for after its work is drained: connections of work that was handed back. */
const lastWordMs = 1_000;

/** The first signal drains and ends the process; a second one ends it at once. */
const stopOnSignals = (stop: () => Promise<void>, drainMs: number): void => {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    // Handed-back work may hold a connection of the database for longer than anybody should wait.
    setTimeout(() => process.exit(0), drainMs + lastWordMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The server did not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
};

try {
  const settings = readSettings();
  const { server, stop } = await startFromSettings(settings);
  if (server.localUrl !== server.url) process.stdout.write(`on this machine at ${server.localUrl}\n`);
  process.stdout.write(`listening on ${server.url}\n`);
  stopOnSignals(stop, settings.DRAIN_SECONDS * 1_000);
} catch (error) {
  const line = oneLine(error);
  if (line === undefined) throw error;
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
