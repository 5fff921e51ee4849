import { PlainProblem } from "../plain-problem.mjs";
import { buildPage } from "./build-page.ts";
import { readLaunchSettings } from "./launch-settings.ts";
import { repository } from "./repository.ts";
import { type RunningStudio, startStudio } from "./start-studio.ts";

const interrupted = 130;

/** Resolves when someone asks this process to stop, or when the process that started it is gone. */
const askedToStop = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  process.once("disconnect", () => resolve());
  process.channel?.unref();
});

async function buildAndStart(): Promise<RunningStudio> {
  const settings = readLaunchSettings(process.env, repository);
  // The server reads the page when it is asked for it, so both can be made ready side by side.
  const [page, studio] = await Promise.allSettled([buildPage(), startStudio(settings)]);
  if (studio.status === "rejected") throw studio.reason;
  if (page.status === "fulfilled") return studio.value;
  await studio.value.stop();
  throw page.reason;
}

async function run(): Promise<number> {
  const studio = await Promise.race([buildAndStart(), askedToStop.then(() => null)]);
  // Whatever was being started ends with this process.
  if (studio === null) return interrupted;
  console.log(`Selfsame is ready at ${studio.url} (Ctrl-C stops it).`);
  const byItself = await Promise.race([studio.ended.then(() => true), askedToStop.then(() => false)]);
  await studio.stop();
  if (!byItself) return 0;
  console.error("The server ended by itself; what it said stands above. Everything else was stopped.");
  return 1;
}

try {
  process.exit(await run());
} catch (error) {
  if (!(error instanceof PlainProblem)) throw error;
  console.error(error.message);
  process.exit(1);
}
