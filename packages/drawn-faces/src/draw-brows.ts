import { darker, mixColours } from "./colour.ts";
import { faceMeasures } from "./face-measures.ts";
import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import { blend, decimal, smoothPath, type Point } from "./svg-sheet.ts";
import { randomFrom } from "./seeded-random.ts";

/** Both eyebrows: one soft shape each, with a few hairs. */
export function drawBrows(figure: Figure): string {
  return drawBrow(figure, -1) + drawBrow(figure, 1);
}

function drawBrow({ identity, scene, palette, head, sheet }: Figure, side: Side): string {
  const { brows, softness, hair } = identity;
  const random = randomFrom(`brow ${side} ${identity.key ?? "mixed"}`);
  const spacing = faceMeasures(identity).eyeSpacing;
  const height = -22.5 - blend(0, 9, brows.height) - blend(0, 2.5, softness) - 2 * scene.smile;
  const thick = blend(2.2, 7.2, brows.thickness) * blend(1.14, 0.82, softness);
  const arch = blend(0.8, 5.6, brows.arch) * blend(0.8, 1.1, softness);
  const place = (outward: number, y: number): Point =>
    head.project(side * (spacing + outward), y, 70 - Math.max(0, outward) * 0.55);
  const top = [
    place(-23, height - 0.5 - thick * 0.55),
    place(-8, height - arch * 0.62 - thick * 0.62),
    place(9, height - arch - thick * 0.5),
    place(28, height + 3.5),
  ];
  const bottom = [place(10, height - arch + thick * 0.5), place(-8, height - arch * 0.5 + thick * 0.6)];
  const start = place(-24.5, height + 0.5 + thick * 0.6);
  const colour = mixColours(darker(palette.hair, 0.28), palette.skinDeep, 0.25 + 0.2 * hair.lightness);
  let hairs = "";
  for (let index = 0; index < 11; index += 1) {
    const outward = -22 + index * 4.4 + random() * 2;
    const rise = outward < 8 ? -arch * ((outward + 24) / 34) : -arch + ((outward - 8) / 20) * (arch + 3);
    const [x, y] = place(outward, height + rise + thick * 0.45);
    const lean = side * (2.4 + index * 0.35) * head.cosine;
    hairs += `M${decimal(x)} ${decimal(y)}l${decimal(lean)} ${decimal(-thick * 1.05 + index * 0.22)}`;
  }
  return (
    `<path d="${smoothPath([start, ...top, ...bottom], true)}" fill="${colour}" opacity="0.78" ${sheet.blur(1)}/>` +
    `<path d="${hairs}" stroke="${darker(colour, 0.35)}" stroke-width="1" stroke-linecap="round" fill="none" opacity="0.28"/>`
  );
}
