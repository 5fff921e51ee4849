import { Field } from "@base-ui/react/field";

import "./text-field.css";

interface TextFieldProps {
  readonly label: string;
  readonly type: "email" | "password" | "text";
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: string;
  /** Which keys a telephone shows. */
  readonly inputMode?: "numeric";
  /** The rule, told before anything fails. */
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

/** A labelled line to write on, with its rule below and, if need be, what is wrong. */
export function TextField({ label, hint, problem, value, onChange, ...control }: TextFieldProps) {
  return (
    <Field.Root className="text-field" invalid={problem !== undefined}>
      <Field.Label className="text-field-label">{label}</Field.Label>
      <Field.Control
        className="text-field-line"
        value={value}
        spellCheck={false}
        autoCapitalize="none"
        onValueChange={(next) => onChange(next)}
        {...control}
      />
      {problem === undefined ? null : (
        <Field.Error className="text-field-problem" match>
          {problem}
        </Field.Error>
      )}
      {hint === undefined ? null : <Field.Description className="text-field-hint">{hint}</Field.Description>}
    </Field.Root>
  );
}
