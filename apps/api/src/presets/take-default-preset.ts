import { presets, resolvePreset } from "@selfsame/flux-core";
import type { z } from "zod";
import { lockSubject } from "../account/account.store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { presetChangesOf } from "../lab/cell-wish.ts";
import { findExperiment } from "../lab/experiment.store.ts";
import type { Studio } from "../studio/studio.ts";
import { readDefaultPreset } from "./get-default-preset.ts";
import { insertOwnPreset, listOwnPresets, withdrawOwnPresets } from "./own-preset.store.ts";
import type { defaultPresetView } from "./own-preset-view.ts";

/**
 * Makes an arm of an experiment the subject's own default preset, as a new version that names the experiment. It holds
 * for every service where no preset is named.
 *
 * @param arm its place in the design
 * @throws DomainError `not_found`, `arm_no_preset` for one with a realism layer, which no preset has
 */
export const takeDefaultPreset = (
  studio: Studio,
  subjectId: string,
  { experimentId, arm }: { readonly experimentId: string; readonly arm: number },
): Promise<z.infer<typeof defaultPresetView>> =>
  studio.actingAs(subjectId, async (tx) => {
    await lockSubject(tx, subjectId);
    const experiment = await findExperiment(tx, experimentId);
    if (experiment === undefined) throw new DomainError("not_found", { what: "experiment" });
    const taken = experiment.design.arms[arm];
    if (taken === undefined) throw new DomainError("not_found", { what: "arm" });
    if (taken.enhancement !== "none")
      throw new DomainError("arm_no_preset", {
        reason: `${taken.name} lays a realism layer over your portraits; a preset has none.`,
      });
    const preset = resolvePreset(taken.presetId, presetChangesOf(taken));
    if (!preset.ok) throw new DomainError("arm_no_preset", { reason: preset.error.message });
    const [newest] = await listOwnPresets(tx, subjectId);
    const at = studio.clock.now();
    await withdrawOwnPresets(tx, subjectId, at);
    await insertOwnPreset(tx, {
      subjectId,
      version: (newest?.version ?? 0) + 1,
      presetId: preset.value.id,
      presetVersion: presets[preset.value.id].version,
      changes: presetChangesOf(taken),
      name: taken.name,
      experimentId,
      arm,
      takenAt: at,
    });
    return readDefaultPreset(tx, subjectId);
  });
