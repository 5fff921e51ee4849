import { presets, type PresetId } from "@selfsame/flux-core";
import { useQuery } from "@tanstack/react-query";

import { useQueries } from "../../views/use-queries.ts";
import { Choices } from "../../parts/choices.tsx";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { useRoomWords } from "../../words/room-words.ts";

/** What holds for every shot of a shoot. */
export interface ShootSettings {
  /** Null: what holds where none is named, one's own default or the studio's. */
  readonly presetId: PresetId | null;
  /** How many portraits of each shot. */
  readonly outputs: number;
}

export const firstSettings: ShootSettings = { presetId: null, outputs: 1 };

// Safe: the presets' ids are this table's keys.
const presetIds = Object.keys(presets) as PresetId[];
/** What was in use before is kept for the lab, not for shoots. */
const offered = presetIds.filter((id) => id !== "previous");
const ownDefault = "own-default" as const;
const numbers = ["1", "2", "3", "4"];

interface SettingsChoiceProps {
  readonly settings: ShootSettings;
  readonly onChange: (settings: ShootSettings) => void;
}

/** The preset of a shoot, and how many portraits it makes of each shot. */
export function SettingsChoice({ settings, onChange }: SettingsChoiceProps) {
  const photoshoot = useRoomWords(photoshootWords);
  const { data: standing } = useQuery(useQueries().defaultPreset());
  const own = standing?.own ?? null;
  return (
    <div className="sheet-settings">
      <Choices
        label={photoshoot.preset}
        value={settings.presetId ?? (own === null ? "natural-expression" : ownDefault)}
        options={[
          ...(own === null ? [] : [{ value: ownDefault, label: photoshoot.ownDefault(own.name) }]),
          ...offered.map((value) => ({ value, label: photoshoot.presets[value] })),
        ]}
        onChange={(chosen) => onChange({ ...settings, presetId: chosen === ownDefault ? null : chosen })}
      />
      <Choices
        label={photoshoot.each}
        value={String(settings.outputs)}
        options={numbers.map((value) => ({
          value,
          label: value,
          spoken: photoshoot.eachSpoken(Number(value)),
        }))}
        onChange={(value) => onChange({ ...settings, outputs: Number(value) })}
      />
    </div>
  );
}
