import { join } from "node:path";
import type { Environment } from "../env.ts";

/** On what system, and in whose home. */
export interface Home {
  readonly platform: NodeJS.Platform;
  readonly folder: string;
}

/**
 * Where this program keeps its settings: what `SELFSAME_CONFIG_DIR` names, else the system's own place. These are
 * the XDG base directories on Linux and its like, `Library/Application Support` on macOS, `%APPDATA%` on Windows.
 */
export function configFolder(
  environment: Pick<Environment, "configFolder" | "xdgConfigHome" | "appData">,
  { platform, folder }: Home,
): string {
  if (environment.configFolder !== undefined) return environment.configFolder;
  switch (platform) {
    case "darwin":
      return join(folder, "Library", "Application Support", "selfsame");
    case "win32":
      return join(environment.appData ?? join(folder, "AppData", "Roaming"), "selfsame");
    default:
      return join(environment.xdgConfigHome ?? join(folder, ".config"), "selfsame");
  }
}
