import type { Preset } from "@selfsame/flux-core";

import { Choices } from "../../parts/choices.tsx";
import { TextField } from "../../parts/text-field.tsx";
import type { EnhancementLevel } from "../../views/views.ts";
import { useLabWords } from "../../words/lab-words.ts";
import {
  type ArmDraft,
  type ChoiceParameter,
  choiceParameters,
  numberParameters,
  type ParameterTexts,
} from "./design-draft.ts";

const levels: readonly EnhancementLevel[] = ["none", "subtle", "medium", "dramatic"];
const choicesOf = {
  triggerPlacement: ["begin", "begin-and-middle"],
  promptQuality: ["none", "film-portrait"],
  expressionPolicy: ["natural", "as-written"],
} as const satisfies Record<ChoiceParameter, readonly string[]>;

interface ArmFieldsProps {
  readonly arm: ArmDraft;
  readonly presets: readonly [Preset, ...Preset[]];
  readonly place: number;
  readonly onChange: (changes: Partial<ArmDraft>) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One arm: its name, its preset, and what is changed of it. */
export function ArmFields({ arm, presets, place, onChange, onRemove }: ArmFieldsProps) {
  const words = useLabWords().design;
  // Safe to fall back: the api refuses a preset that there is not.
  const preset = presets.find(({ id }) => id === arm.presetId) ?? presets[0];
  const set = (parameter: keyof ParameterTexts, text: string) =>
    onChange({ parameters: { ...arm.parameters, [parameter]: text } });
  const isChanged = Object.values(arm.parameters).some((text) => text !== "") || arm.enhancement !== "none";

  return (
    <fieldset className="arm">
      <legend>{words.arm(place)}</legend>
      <TextField
        label={words.armName}
        type="text"
        name={`arm-${place}`}
        autoComplete="off"
        value={arm.name}
        onChange={(name) => onChange({ name })}
      />
      <Choices
        label={words.preset}
        value={preset.id}
        options={presets.map(({ id }) => ({ value: id, label: id }))}
        onChange={(presetId) =>
          // A name that was only the preset's goes with it.
          onChange({ presetId, ...(arm.name === arm.presetId ? { name: presetId } : {}) })
        }
      />
      <details open={isChanged}>
        <summary>{words.more}</summary>
        <div className="arm-numbers">
          {numberParameters.map((parameter) => (
            <TextField
              key={parameter}
              label={words.parameters[parameter]}
              type="text"
              name={`arm-${place}-${parameter}`}
              autoComplete="off"
              value={arm.parameters[parameter]}
              onChange={(text) => set(parameter, text)}
              hint={words.asPreset(String(preset[parameter]))}
            />
          ))}
        </div>
        {choiceParameters.map((parameter) => (
          <Choices
            key={parameter}
            label={words.parameters[parameter]}
            value={arm.parameters[parameter]}
            options={[
              { value: "", label: words.asPreset(words.values[preset[parameter]]) },
              ...choicesOf[parameter]
                .filter((value) => value !== preset[parameter])
                .map((value) => ({ value, label: words.values[value] })),
            ]}
            onChange={(text) => set(parameter, text)}
          />
        ))}
        <Choices
          label={words.enhancement}
          value={arm.enhancement}
          options={levels.map((level) => ({ value: level, label: words.levels[level] }))}
          onChange={(enhancement) => onChange({ enhancement })}
        />
      </details>
      {onRemove !== undefined && (
        <button type="button" className="word" onClick={onRemove}>
          {words.removeArm(arm.name)}
        </button>
      )}
    </fieldset>
  );
}
