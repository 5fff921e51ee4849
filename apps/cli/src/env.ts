import { z } from "zod";

const variables = z.object({
  SELFSAME_SERVER: z.string().optional(),
  SELFSAME_PASSWORD: z.string().optional(),
  SELFSAME_TOKEN: z.string().optional(),
  SELFSAME_CONFIG_DIR: z.string().optional(),
  XDG_CONFIG_HOME: z.string().optional(),
  APPDATA: z.string().optional(),
});

/** What the terminal takes from its surroundings. */
export interface Environment {
  /** The studio's address when `--server` names none. */
  readonly server: string | undefined;
  readonly password: string | undefined;
  /** An access token; it goes before the kept session. */
  readonly token: string | undefined;
  /** Where sessions are kept, instead of the system's own place for settings. */
  readonly configFolder: string | undefined;
  readonly xdgConfigHome: string | undefined;
  readonly appData: string | undefined;
}

/** Reads the environment, once. An empty variable counts as left out. */
export function readEnvironment(given: NodeJS.ProcessEnv = process.env): Environment {
  const read = variables.parse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")));
  return {
    server: read.SELFSAME_SERVER,
    password: read.SELFSAME_PASSWORD,
    token: read.SELFSAME_TOKEN,
    configFolder: read.SELFSAME_CONFIG_DIR,
    xdgConfigHome: read.XDG_CONFIG_HOME,
    appData: read.APPDATA,
  };
}
