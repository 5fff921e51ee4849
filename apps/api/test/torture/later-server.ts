import { readSettings } from "../../src/env.ts";
import { startFromSettings } from "../../src/start-from-settings.ts";

/**
 * A process of the studio as `main.ts` starts it, whose clock is ahead by the milliseconds on its command line: what
 * the studio leaves alone for two or seven minutes after a crash is looked at now.
 */
const aheadMs = Number(process.argv[2]);
if (!Number.isFinite(aheadMs)) throw new Error("Say by how much the clock is ahead");
const { server, stop } = await startFromSettings(readSettings(), {
  now: () => new Date(Date.now() + aheadMs),
});
process.stdout.write(`listening on ${server.url}\n`);
process.once("SIGTERM", () => void stop().then(() => process.exit(0)));
