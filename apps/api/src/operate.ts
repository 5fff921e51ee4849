import { resolve } from "node:path";
import { readKeptSecrets } from "./auth/read-kept-secrets.ts";
import { BackupRefused } from "./backup/backup-format.ts";
import { DatabaseInUseError } from "./db/folder-lock.ts";
import { findingLines } from "./doctor/finding.ts";
import { doctorFromSettings } from "./doctor-from-settings.ts";
import {
  type OperatorSettings,
  readOperatorSettings,
  readPlaceSettings,
  readSettingsToExamine,
  SettingsError,
} from "./env.ts";
import { StorageUnavailableError } from "./images/image-store.ts";
import { operatorUsage, runOrder } from "./operator/run-order.ts";
import { NoStudioAnswers, OrderRefused } from "./operator/send-order.ts";
import { restoreFromSettings } from "./restore-from-settings.ts";

/** Thrown when nothing says by which secret the studio knows its operators. */
class NoSecret extends OrderRefused {}

/** The studio's newest secret, from where its server has it; it is never made here. */
const secretOf = async ({ AUTH_SECRET, DATA_DIR }: OperatorSettings): Promise<string> => {
  if (AUTH_SECRET !== undefined) return AUTH_SECRET[0];
  const folder = resolve(DATA_DIR);
  try {
    return (await readKeptSecrets(folder))[0];
  } catch (error) {
    throw new NoSecret(`There is no studio's secret in ${folder}. Set DATA_DIR or AUTH_SECRET.`, {
      cause: error,
    });
  }
};

/** What is done without a studio that runs: putting a backup back, and looking at the settings. */
const runWithoutStudio = async (words: readonly string[], failure: unknown): Promise<string[]> => {
  const [order, file] = words;
  if (order === "doctor") return findingLines(await doctorFromSettings(readSettingsToExamine()));
  if (order === "restore" && file !== undefined) return restoreFromSettings(readPlaceSettings(), file);
  throw failure;
};

const runWords = async (words: readonly string[]): Promise<string[]> => {
  if (words[0] === "restore") return runWithoutStudio(words, new OrderRefused(operatorUsage));
  try {
    const settings = readOperatorSettings();
    const host = settings.HOST === "0.0.0.0" ? "127.0.0.1" : settings.HOST;
    const studio = { url: `http://${host}:${settings.PORT}`, secret: await secretOf(settings) };
    return await runOrder(words, studio, new Date());
  } catch (error) {
    if (error instanceof NoStudioAnswers || error instanceof SettingsError || error instanceof NoSecret)
      return runWithoutStudio(words, error);
    throw error;
  }
};

/** What is told in one line, without where in the program it was found. */
const isPlain = (error: unknown): error is Error =>
  error instanceof OrderRefused ||
  error instanceof SettingsError ||
  error instanceof BackupRefused ||
  error instanceof DatabaseInUseError ||
  error instanceof StorageUnavailableError;

try {
  const lines = await runWords(process.argv.slice(2));
  process.stdout.write(`${lines.join("\n")}\n`);
} catch (error) {
  if (!isPlain(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
