import type { Plot, PlotMark } from "../plots/plot.ts";
import { escapeHtml } from "./escape-html.ts";

/** A plot as SVG inside a page; its colours are the page's. */
export const plotAsSvg = ({ alt, width, height, marks }: Plot): string =>
  `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(alt)}">${marks.map(markAsSvg).join("")}</svg>`;

const markAsSvg = (mark: PlotMark): string => {
  switch (mark.kind) {
    case "ring":
      return `<circle class="ring" cx="${mark.x}" cy="${mark.y}" r="3.5"/>`;
    case "band":
      return `<rect class="band" x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}"/>`;
    case "line":
      return `<path class="${mark.is}" d="M${mark.x} ${mark.y}L${mark.toX} ${mark.toY}"/>`;
    case "text":
      return `<text class="${mark.isFigure ? "figure" : "word"}" x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}">${escapeHtml(mark.text)}</text>`;
  }
};
