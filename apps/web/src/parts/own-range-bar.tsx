import "./own-range-bar.css";

interface OwnRangeBarProps {
  /** Where the person's own photos stand, 0 to 1 along the line. */
  readonly own: readonly number[];
  /** Where this portrait stands. */
  readonly at: number;
}

const width = 400;
const along = (share: number): number => Math.min(1, Math.max(0, share)) * width;

/** A line with the person's own photos as a tinted band and small ticks, and one tall tick. Drawn only; words say it. */
export function OwnRangeBar({ own, at }: OwnRangeBarProps) {
  const places = own.map(along);
  const low = Math.min(...places);
  const high = Math.max(...places);
  return (
    <svg className="own-range-bar" viewBox={`0 0 ${width} 32`} preserveAspectRatio="none" aria-hidden="true">
      {places.length > 0 && (
        <rect className="own-range-band" x={low} y={6} width={Math.max(1, high - low)} height={20} />
      )}
      <path className="own-range-axis" d={`M0 16H${width}`} />
      {places.length > 0 && (
        <path className="own-range-ticks" d={places.map((x) => `M${x.toFixed(1)} 12V20`).join("")} />
      )}
      <path className="own-range-here" d={`M${along(at).toFixed(1)} 1V31`} />
    </svg>
  );
}
