import type { PlotView } from "../../views/views.ts";
import { keyed } from "../../parts/keyed.ts";
import { useLabWords } from "../../words/lab-words.ts";
import "./plot.css";

/** One plot: what it shows in words, the drawing, and the same as a table. */
export function Plot({ plot: { title, caption, alt, width, height, marks, table } }: { plot: PlotView }) {
  const { experiment } = useLabWords();
  return (
    <figure className="plot">
      <figcaption>
        <b>{title}</b>
        <span className="numbers">{caption}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
        {keyed(marks, ({ kind, x, y }) => `${kind} ${x} ${y}`).map(({ key, item }) => (
          <Mark key={key} mark={item} />
        ))}
      </svg>
      <details>
        <summary>{experiment.asTable}</summary>
        <div className="plot-table">
          <table>
            <caption className="unseen">{title}</caption>
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {keyed(table.rows, (row) => row.join()).map(({ key, item: [name, ...figures] }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {keyed(figures, (figure) => figure).map(({ key: place, item }) => (
                    <td key={place}>{item}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function Mark({ mark }: { mark: PlotView["marks"][number] }) {
  switch (mark.kind) {
    case "ring":
      return <circle className="plot-ring" cx={mark.x} cy={mark.y} r={3.5} />;
    case "band":
      return <rect className="plot-band" x={mark.x} y={mark.y} width={mark.width} height={mark.height} />;
    case "line":
      return <path className={`plot-${mark.is}`} d={`M${mark.x} ${mark.y}L${mark.toX} ${mark.toY}`} />;
    case "text":
      return (
        <text
          className={mark.isFigure ? "plot-figure" : "plot-text"}
          x={mark.x}
          y={mark.y}
          textAnchor={mark.anchor}
        >
          {mark.text}
        </text>
      );
  }
}
