import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import type { Studio } from "../studio/studio.ts";
import { readDefaultPreset } from "./get-default-preset.ts";
import { withdrawOwnPresets } from "./own-preset.store.ts";
import type { defaultPresetView } from "./own-preset-view.ts";

/** Goes back to the studio's default preset; the versions stay where they are kept. */
export const withdrawDefaultPreset = (
  studio: Studio,
  subjectId: string,
): Promise<z.infer<typeof defaultPresetView>> =>
  studio.actingAs(subjectId, async (tx) => {
    await lockSubject(tx, subjectId);
    await withdrawOwnPresets(tx, subjectId, studio.clock.now());
    return readDefaultPreset(tx, subjectId);
  });
