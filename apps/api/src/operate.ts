import { resolve } from "node:path";
import { readKeptSecrets } from "./auth/read-kept-secrets.ts";
import { type OperatorSettings, readOperatorSettings, SettingsError } from "./env.ts";
import { runOrder } from "./operator/run-order.ts";
import { OrderRefused } from "./operator/send-order.ts";

/** The studio's newest secret, from where its server has it; it is never made here. */
const secretOf = async ({ AUTH_SECRET, DATA_DIR }: OperatorSettings): Promise<string> => {
  if (AUTH_SECRET !== undefined) return AUTH_SECRET[0];
  const folder = resolve(DATA_DIR);
  try {
    return (await readKeptSecrets(folder))[0];
  } catch (error) {
    throw new OrderRefused(`There is no studio's secret in ${folder}. Set DATA_DIR or AUTH_SECRET.`, {
      cause: error,
    });
  }
};

try {
  const settings = readOperatorSettings();
  const host = settings.HOST === "0.0.0.0" ? "127.0.0.1" : settings.HOST;
  const studio = { url: `http://${host}:${settings.PORT}`, secret: await secretOf(settings) };
  const lines = await runOrder(process.argv.slice(2), studio, new Date());
  process.stdout.write(`${lines.join("\n")}\n`);
} catch (error) {
  if (!(error instanceof OrderRefused || error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
