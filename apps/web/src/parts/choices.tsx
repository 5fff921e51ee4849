import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { useId } from "react";

import "./choices.css";

interface ChoicesProps<TValue extends string> {
  readonly label: string;
  readonly value: TValue;
  readonly options: readonly { readonly value: TValue; readonly label: string; readonly spoken?: string }[];
  readonly onChange: (value: TValue) => void;
  readonly disabled?: boolean;
}

/** One choice out of a few, as words in a row; the chosen one is underlined. Arrow keys move. */
export function Choices<TValue extends string>(props: ChoicesProps<TValue>) {
  const { label, value, options, onChange, disabled } = props;
  const id = useId();
  return (
    <div className="choices">
      <span className="choices-label" id={id}>
        {label}
      </span>
      <RadioGroup
        className="choices-row"
        aria-labelledby={id}
        value={value}
        disabled={disabled ?? false}
        onValueChange={(chosen) => onChange(chosen)}
      >
        {options.map((option) => (
          <Radio.Root
            key={option.value}
            className="choice"
            value={option.value}
            aria-label={option.spoken}
            nativeButton
            render={<button type="button" />}
          >
            {option.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
