import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import type { SettingsView } from "./settings-view.ts";
import { upsertSettings } from "./subject-settings.store.ts";

/** Sets all of it anew; it holds from now on. */
export const saveSettings = async (
  studio: Studio,
  { subjectId }: Caller,
  settings: SettingsView,
): Promise<SettingsView> => {
  const row = { subjectId, ...settings, savedAt: studio.clock.now() };
  await studio.actingAs(subjectId, (tx) => upsertSettings(tx, row));
  return settings;
};
