import { Progress } from "@base-ui/react/progress";

import "./measured-bar.css";

interface MeasuredBarProps {
  readonly label: string;
  /** The measured share, 0 to 1; null when nothing has been measured. */
  readonly share: number | null;
  /** The measurement in words, as a screen reader says it. */
  readonly spoken: string;
}

/** A line that fills as far as was measured, and stays empty when nothing was. */
export function MeasuredBar({ label, share, spoken }: MeasuredBarProps) {
  return (
    <Progress.Root
      className="measured-bar"
      aria-label={label}
      value={share === null ? null : Math.round(share * 100)}
      getAriaValueText={() => spoken}
    >
      <Progress.Track className="measured-bar-track">
        <Progress.Indicator className="measured-bar-done" />
      </Progress.Track>
    </Progress.Root>
  );
}
