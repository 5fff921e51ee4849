import type { z } from "zod";
import { difference, probability } from "../figure-in-words.ts";
import type { Plot } from "../plots/plot.ts";
import type { experimentView } from "../experiment-view.ts";
import type { verdictView } from "../verdict-view.ts";
import { escapeHtml } from "./escape-html.ts";
import { method } from "./method.ts";
import { plotAsSvg } from "./plot-as-svg.ts";
import { reportStyle } from "./report-style.ts";

type Experiment = z.infer<typeof experimentView>;
type Verdict = z.infer<typeof verdictView>;
type Comparison = Verdict["comparisons"][number];

/** What a report is written from. */
export interface ReportParts {
  readonly experiment: Experiment;
  readonly verdict: Verdict;
  /** Pictures by the portrait's id, as addresses that hold the picture itself. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly writtenAt: Date;
}

/** Writes an experiment as one page that needs nothing else: no script, no network, the pictures inside. */
export const writeReport = ({ experiment, verdict, pictures, writtenAt }: ReportParts): string => {
  const { title, design, cells, credits } = experiment;
  const made = `${cells.made} of ${cells.total} portraits, ${credits.spent} credits, begun ${experiment.createdAt.slice(0, 10)}, written ${writtenAt.toISOString().slice(0, 10)}.`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Selfsame</title>
<style>${reportStyle}</style>
</head>
<body>
<p class="small">${escapeHtml(title)}. ${made}</p>
<h1>${escapeHtml(verdict.sentence)}</h1>
<p>${escapeHtml(verdict.basis)}</p>
${verdict.simulated ? `<p class="simulated">${escapeHtml(method.simulated)}</p>` : ""}
${stopOf(experiment)}
<h2>Arm against arm</h2>
${verdict.comparisons.map(comparisonAsHtml).join("\n")}
<h2>How the figures are spread</h2>
${plotsAsHtml(verdict.plots)}
<h2>The sheet</h2>
<p class="small">The number under each picture is its smile, 0 calm to 1 wide.</p>
${sheetAsHtml(experiment, pictures)}
<h2>The design</h2>
${designAsHtml(design)}
<h2>The method</h2>
${method.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join("\n")}
<p class="small">${escapeHtml(measuredWithOf(verdict))}</p>
</body>
</html>
`;
};

const stopOf = ({ stop, status }: Experiment): string => {
  if (stop !== null) return `<p>It ended early. ${escapeHtml(stop.message)}</p>`;
  return status === "running" ? "<p>It was still running when this was written.</p>" : "";
};

const measuredWithOf = ({ measuredWith, questions }: Verdict): string =>
  measuredWith === null
    ? "Nothing was measured."
    : `Measured with ${measuredWith.modelVersion}, constants ${measuredWith.calibration}; ${questions} questions share the level of 0.05.`;

const comparisonAsHtml = (comparison: Comparison): string => `<section>
<h3>${escapeHtml(comparison.sentence)}</h3>
${comparison.speedSentence === null ? "" : `<p class="small">${escapeHtml(comparison.speedSentence)}</p>`}
${figuresAsHtml(comparison)}
${plotsAsHtml(comparison.plots)}
</section>`;

const figuresAsHtml = ({ measures, votes, names }: Comparison): string => {
  const rows = Object.entries(measures).map(([measure, found]) => {
    const name = measure.charAt(0).toUpperCase() + measure.slice(1);
    if (!found.compared) return [name, "not measured", "", "", ""];
    const [low, high] = found.interval;
    const [worstFirst, worstSecond] = found.worst;
    const aside = [
      found.leftOut > 0 ? `${found.leftOut} left out` : "",
      worstFirst + worstSecond > 0 ? `as worst ${worstFirst} and ${worstSecond}` : "",
    ].filter((text) => text !== "");
    return [
      name,
      `${difference(found.medianDifference)} (${difference(low)} to ${difference(high)})`,
      [String(found.pairs), ...aside].join("; "),
      `${probability(found.p)}; ${probability(found.adjustedP)}`,
      betterInWords(measure, found, names),
    ];
  });
  const cast = votes.first + votes.second + votes.neither;
  const voted = [
    "Blind votes",
    cast === 0 ? "none" : `${votes.first} to ${votes.second}, ${votes.neither} undecided`,
    String(cast),
    cast === 0 ? "" : `${probability(votes.p)}; ${probability(votes.adjustedP)}`,
    votes.better === null
      ? "no clear difference"
      : `${votes.better === "first" ? names[0] : names[1]} was chosen`,
  ];
  return tableAsHtml(
    ["Measure", "Difference (95 in 100)", "Pairs", "p; for all questions", "So"],
    [...rows, voted],
  );
};

type FoundMeasure = Extract<Comparison["measures"]["likeness"], { compared: true }>;

const betterInWords = (
  measure: string,
  { better, pairsNeeded }: FoundMeasure,
  [first, second]: readonly [string, string],
): string => {
  if (better === null)
    return `no clear difference${pairsNeeded === null ? "" : `; about ${pairsNeeded} pairs would tell`}`;
  return `${better === "first" ? first : second} is ${measure === "smile" ? "calmer" : "better"}`;
};

const plotsAsHtml = (plots: readonly Plot[]): string =>
  plots.length === 0
    ? ""
    : `<div class="plots">${plots
        .map(
          (plot) =>
            `<figure><figcaption><b>${escapeHtml(plot.title)}</b><span>${escapeHtml(plot.caption)}</span></figcaption>${plotAsSvg(plot)}<details><summary>As a table</summary>${tableAsHtml(plot.table.columns, plot.table.rows)}</details></figure>`,
        )
        .join("")}</div>`;

const tableAsHtml = (columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("");
  const body = rows.map(
    ([name = "", ...figures]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${figures.map((text) => `<td>${escapeHtml(text)}</td>`).join("")}</tr>`,
  );
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`;
};

const sheetAsHtml = ({ design, blocks, grid }: Experiment, pictures: ReadonlyMap<string, string>): string => {
  const cellAsHtml = (block: number, arm: number, name: string): string => {
    const cell = grid.find((one) => one.block === block && one.arm === arm);
    const picture = cell?.portrait && pictures.get(cell.portrait.id);
    const note = cell?.score?.smile?.toFixed(2) ?? cell?.score?.reason ?? cell?.reason?.code ?? "";
    const shown = picture ? `<img src="${picture}" alt="${escapeHtml(name)}">` : "<i></i>";
    return `<div>${shown}${escapeHtml(note)}</div>`;
  };
  const rows = design.briefs.map(({ text }, brief) => {
    const columns = design.arms.map(({ name }, arm) => {
      const ofBrief = blocks.filter((block) => block.brief === brief);
      const cells = ofBrief.map(({ block, seed }) =>
        cellAsHtml(block, arm, `${text}, ${name}, seed ${design.seeds[seed] ?? ""}`),
      );
      return `<td><div class="cells">${cells.join("")}</div></td>`;
    });
    return `<tr><th scope="row">${escapeHtml(text)}</th>${columns.join("")}</tr>`;
  });
  const head = ["Brief", ...design.arms.map(({ name }) => name)]
    .map((name) => `<th scope="col">${escapeHtml(name)}</th>`)
    .join("");
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
};

const designAsHtml = ({ arms, briefs, seeds, comparisons }: Experiment["design"]): string => {
  const compared = comparisons.map(
    ([first, second]) => `${arms[first]?.name ?? ""} against ${arms[second]?.name ?? ""}`,
  );
  const table = tableAsHtml(
    ["Arm", "Preset", "Changed", "Realism layer"],
    arms.map(({ name, presetId, changes, enhancement }) => [
      name,
      presetId,
      Object.entries(changes)
        .map(([parameter, value]) => `${parameter} ${value}`)
        .join(", ") || "nothing",
      enhancement,
    ]),
  );
  return `${table}<p>${briefs.length} briefs, each with the seeds ${seeds.join(", ")}. Compared: ${escapeHtml(compared.join("; "))}.</p>`;
};
