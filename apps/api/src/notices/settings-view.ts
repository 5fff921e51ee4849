import { z } from "zod";
import type { SubjectSettingsRow } from "./subject-settings.store.ts";

/** What a subject can set: what they are told of by mail, and for how many days selfies are kept after a training. */
export const settingsView = z.strictObject({
  mailWhenTrained: z.boolean(),
  /** Null: until the subject removes them. */
  selfiesKeptDays: z.int().min(1).max(3_650).nullable(),
});

/** What a subject can set. */
export type SettingsView = z.infer<typeof settingsView>;

/** What holds before anything was set: a training is told of, and nothing is removed by itself. */
const unset: SettingsView = { mailWhenTrained: true, selfiesKeptDays: null };

/** Puts settings into the page's form. */
export const toSettingsView = (row: SubjectSettingsRow | undefined): SettingsView => {
  const { mailWhenTrained, selfiesKeptDays } = row ?? unset;
  return { mailWhenTrained, selfiesKeptDays };
};
