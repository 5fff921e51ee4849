import { existsSync } from "node:fs";
import { access, constants, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import type { SettingsToExamine } from "./env.ts";
import { type Finding, note, well, wrong } from "./doctor/finding.ts";
import { checkStorage } from "./images/check-storage.ts";
import { openImageStore } from "./images/open-image-store.ts";
import { createLog } from "./log/create-log.ts";
import { databaseLocation, imageLocation } from "./places-from-settings.ts";

/**
 * Looks at what the settings name while no studio runs: nothing is started and nothing is changed but a probe in
 * storage, which is removed again.
 */
export const doctorFromSettings = async ({
  problem,
  isSimulated,
  places,
  namesKeys,
}: SettingsToExamine): Promise<Finding[]> => {
  const findings = [
    note(
      "studio",
      "None runs here, so the settings are looked at.",
      "npm start starts it; run this again then, and more can be seen.",
    ),
    describeSettings(problem, isSimulated),
  ];
  const folder = resolve(places.DATA_DIR);
  findings.push(await examineFolder(folder));
  const location = databaseLocation(places);
  if (location.kind === "postgres") findings.push(await examinePostgres(location.url));
  else
    findings.push(
      existsSync(location.folder)
        ? well("database", `The embedded one is in ${location.folder}.`)
        : note("database", `There is none in ${location.folder} yet.`, "The first start makes it."),
    );
  findings.push(
    await examine("storage", async () => {
      await checkStorage(await openImageStore(imageLocation(places), createLog("silent")));
      return well("storage", "A picture was written, read back and removed.");
    }),
  );
  findings.push(
    namesKeys || existsSync(join(folder, "studio-keys"))
      ? well("keys", "They are there. A backup is of no use without them: keep a copy apart from it.")
      : note(
          "keys",
          "There are none yet.",
          "The first start makes them in DATA_DIR; keep a copy apart from backups.",
        ),
  );
  return findings;
};

const describeSettings = (problem: string | null, isSimulated: boolean): Finding => {
  if (problem !== null)
    return wrong("settings", problem, "apps/api/.env.example explains every one of them.");
  return isSimulated
    ? note(
        "settings",
        "They make sense. A simulator draws the portraits.",
        "Set REPLICATE_API_TOKEN for real ones.",
      )
    : well("settings", "They make sense.");
};

const examineFolder = (folder: string): Promise<Finding> =>
  examine("data folder", async () => {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK);
    return well("data folder", `${folder} can be read and written.`);
  });

const examinePostgres = (url: string): Promise<Finding> =>
  examine("database", async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    try {
      const { rows } = await client.query<{ version: string; old: boolean; roles: boolean }>(
        `select current_setting('server_version') as version, current_setting('server_version_num')::int < 140000 as old,
          (select count(*) = 2 from pg_roles where rolname in ('selfsame_app', 'selfsame_owner_finder'))
            or (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as roles`,
      );
      const found = rows[0];
      if (found?.roles !== true)
        return wrong(
          "database",
          "The two roles of the studio are missing, and the login may not make them.",
          "As a superuser: create role selfsame_app; create role selfsame_owner_finder; grant both to the login.",
        );
      return well("database", `PostgreSQL ${found.version} takes the login.`);
    } finally {
      await client.end();
    }
  });

const examine = async (part: string, look: () => Promise<Finding>): Promise<Finding> => {
  try {
    return await look();
  } catch (error) {
    return wrong(
      part,
      error instanceof Error ? error.message : String(error),
      "Look at the settings that name it, and whether it is up and lets this machine in.",
    );
  }
};
