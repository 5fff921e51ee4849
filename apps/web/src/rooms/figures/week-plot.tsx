import type { FiguresView } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { hundredths } from "./hundredths.ts";

interface WeekPlotProps {
  readonly name: string;
  readonly weeks: FiguresView["groups"][number]["weeks"];
}

const width = 400;
const height = 120;
const weekMs = 7 * 86_400_000;

/** Likeness over two weeks or more: the band holds half of each week's portraits, the line joins their middles. */
export function WeekPlot({ name, weeks }: WeekPlotProps) {
  const { figures: words } = useMeasuringWords();
  const format = useFormat();
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return null;
  const begins = Date.parse(first.from);
  const span = Math.max(weekMs, Date.parse(last.from) - begins);
  const at = (from: string, share: number) =>
    `${(((Date.parse(from) - begins) / span) * width).toFixed(1)} ${((1 - share) * height).toFixed(1)}`;
  const middles = weeks.map(({ from, likeness }) => at(from, likeness.middle));
  const upper = weeks.map(({ from, likeness }) => at(from, likeness.high));
  const lower = weeks.map(({ from, likeness }) => at(from, likeness.low)).toReversed();
  const dayOf = (from: string) => format.day(from, new Date());
  const spoken = words.weekPlot(
    name,
    hundredths(first.likeness.middle),
    hundredths(last.likeness.middle),
    weeks.length,
  );
  return (
    <figure className="figure-plot">
      <figcaption>
        <b>{name}</b> <span>{words.likeness}</span>
      </figcaption>
      <svg viewBox={`-6 -6 ${width + 12} ${height + 30}`} role="img" aria-label={spoken}>
        <path className="figure-grid" d={`M0 0H${width}M0 ${height}H${width}`} />
        <path className="figure-band" d={`M${[...upper, ...lower].join("L")}Z`} />
        <path className="figure-line" d={`M${middles.join("L")}`} />
        {middles.map((middle) => {
          const [x = "0", y = "0"] = middle.split(" ");
          return <circle key={middle} className="figure-middle" cx={x} cy={y} r={4} />;
        })}
        <text x="0" y={height + 18}>
          {dayOf(first.from)}
        </text>
        <text x={width} y={height + 18} textAnchor="end">
          {dayOf(last.from)}
        </text>
      </svg>
    </figure>
  );
}
