import { join } from "node:path";
import { expect, it } from "vitest";
import { configFolder } from "./config-folder.ts";

const nothing = { configFolder: undefined, xdgConfigHome: undefined, appData: undefined };

it.each([
  { platform: "linux", given: {}, expected: join("home", ".config", "selfsame") },
  { platform: "linux", given: { xdgConfigHome: "xdg" }, expected: join("xdg", "selfsame") },
  {
    platform: "darwin",
    given: { xdgConfigHome: "xdg" },
    expected: join("home", "Library", "Application Support", "selfsame"),
  },
  { platform: "win32", given: { appData: "roaming" }, expected: join("roaming", "selfsame") },
  { platform: "win32", given: {}, expected: join("home", "AppData", "Roaming", "selfsame") },
  { platform: "win32", given: { appData: "roaming", configFolder: "mine" }, expected: "mine" },
] as const)("keeps settings of $platform with $given in $expected", ({ platform, given, expected }) => {
  expect(configFolder({ ...nothing, ...given }, { platform, folder: "home" })).toBe(expected);
});
