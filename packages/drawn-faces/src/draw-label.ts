import { decimal } from "./svg-sheet.ts";

/** What a label can say. Letters are strokes of our own: a machine without fonts draws them as well. */
export type Label = "SIMULATED" | "DRAWN" | "NOT THIS PERSON" | "SIMULATED · NOT THIS PERSON";

/** Each letter as strokes in a box of 4 by 6. */
const letters: Readonly<Record<string, string>> = {
  A: "M0 6L2 0L4 6M.8 4H3.2",
  D: "M0 0V6H1.6Q4 6 4 3Q4 0 1.6 0Z",
  E: "M4 0H0V6H4M0 3H3",
  H: "M0 0V6M4 0V6M0 3H4",
  I: "M2 0V6",
  L: "M0 0V6H4",
  M: "M0 6V0L2 3.6L4 0V6",
  N: "M0 6V0L4 6V0",
  O: "M2 0Q0 0 0 3Q0 6 2 6Q4 6 4 3Q4 0 2 0Z",
  P: "M0 6V0H2.4Q4 0 4 1.7Q4 3.4 2.4 3.4H0",
  R: "M0 6V0H2.4Q4 0 4 1.6Q4 3.2 2.4 3.2H0M2 3.2L4 6",
  S: "M4 .9Q3.4 0 2 0Q0 0 0 1.5Q0 2.8 2 3Q4 3.2 4 4.5Q4 6 2 6Q.5 6 0 5",
  T: "M0 0H4M2 0V6",
  U: "M0 0V4Q0 6 2 6Q4 6 4 4V0",
  W: "M0 0L1 6L2 2.4L3 6L4 0",
  "·": "M2 3h.1",
  " ": "",
};

/** The label in the lower left corner: light letters on a dark, half transparent ground. */
export function drawLabel(label: Label, width: number, bottom: number): string {
  const unit = Math.max(1.9, Math.min(2.5, width / 290));
  const step = 6.1;
  const glyphs = Array.from(label, (letter, index) => {
    const strokes = letters[letter] ?? "";
    return strokes === "" ? "" : `<path d="${strokes}" transform="translate(${decimal(index * step)} 0)"/>`;
  }).join("");
  const inner = label.length * step - 2.1;
  const [padX, padY] = [5, 3.6];
  const [boxWidth, boxHeight] = [(inner + padX * 2) * unit, (6 + padY * 2) * unit];
  const [x, y] = [width * 0.04, bottom - boxHeight - 12];
  return (
    `<g transform="translate(${decimal(x)} ${decimal(y)})"><rect width="${decimal(boxWidth)}" height="${decimal(boxHeight)}" rx="2" fill="#1c1a17" opacity="0.62"/>` +
    `<g transform="translate(${decimal(padX * unit)} ${decimal(padY * unit)}) scale(${decimal(unit, 2)})" fill="none" stroke="#fffbf6" stroke-width="0.85" stroke-linecap="round" stroke-linejoin="round">${glyphs}</g></g>`
  );
}
