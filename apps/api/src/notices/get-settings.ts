import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { type SettingsView, toSettingsView } from "./settings-view.ts";
import { findSettings } from "./subject-settings.store.ts";

/** What the caller has set. */
export const getSettings = (studio: Studio, { subjectId }: Caller): Promise<SettingsView> =>
  studio.readingAs(subjectId, async (tx) => toSettingsView(await findSettings(tx, subjectId)));
