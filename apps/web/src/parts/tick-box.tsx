import { Checkbox } from "@base-ui/react/checkbox";
import type { ReactNode } from "react";

import "./tick-box.css";

interface TickBoxProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

/** One thing to agree to, in full words beside its box. */
export function TickBox({ checked, onChange, children, invalid, describedBy }: TickBoxProps) {
  return (
    <label className="tick-box">
      <Checkbox.Root
        className="tick-box-box"
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        aria-invalid={invalid === true ? true : undefined}
        aria-describedby={describedBy}
      >
        <Checkbox.Indicator className="tick-box-tick">
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 6.500 5 9.500 10 3" />
          </svg>
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span>{children}</span>
    </label>
  );
}
