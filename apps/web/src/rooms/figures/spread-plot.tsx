import type { FiguresView } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { hundredths } from "./hundredths.ts";

type Spread = FiguresView["groups"][number]["likeness"];

interface SpreadPlotProps {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly spread: Spread }[];
}

const width = 400;
const rowHeight = 44;
const steps = [0, 0.25, 0.5, 0.75, 1];

/** One line for each group from the lower to the upper quartile, with a dot at the middle portrait. */
export function SpreadPlot({ title, rows }: SpreadPlotProps) {
  const { figures: words } = useMeasuringWords();
  const height = rows.length * rowHeight;
  const spoken = rows.map(({ name, spread: { low, middle, high } }) => {
    const numbers = words.spread(hundredths(middle), hundredths(low), hundredths(high));
    return `${name}: ${numbers}`;
  });
  return (
    <figure className="figure-plot">
      <figcaption>
        <b>{title}</b> <span>{words.scale}</span>
      </figcaption>
      <svg
        viewBox={`-6 0 ${width + 12} ${height + 20}`}
        role="img"
        aria-label={`${title}. ${spoken.join(". ")}.`}
      >
        <path className="figure-grid" d={steps.map((share) => `M${share * width} 0V${height}`).join("")} />
        {rows.map(({ name, spread: { low, middle, high } }, index) => {
          const y = index * rowHeight + 32;
          return (
            <g key={name}>
              <text className="figure-name" x="0" y={y - 14}>
                {name}
              </text>
              <path className="figure-spread" d={`M${low * width} ${y}H${high * width}`} />
              <circle className="figure-middle" cx={middle * width} cy={y} r={5} />
            </g>
          );
        })}
        <text x="0" y={height + 16}>
          0
        </text>
        <text x={width} y={height + 16} textAnchor="end">
          100
        </text>
      </svg>
    </figure>
  );
}
