import { faceMeasures } from "./face-measures.ts";
import type { Figure } from "./figure.ts";
import { blend, decimal, smoothPath } from "./svg-sheet.ts";

/** The nose: planes of light and shade rather than lines. */
export function drawNose({ identity, scene, palette, head, sheet, litSide }: Figure): string {
  const { nose, softness } = identity;
  const n = decimal;
  const baseY = faceMeasures(identity).noseBaseY;
  const wing = blend(11.5, 21, nose.width) * blend(1.04, 0.95, softness) + 1.6 * scene.smile;
  const ridge = blend(7.5, 5, nose.bridge);
  const rise = blend(84, 100, nose.bridge);
  const tip = head.project(0, baseY - 11, rise + 8);
  const root = head.project(0, -14, 74 + blend(-2, 4, nose.bridge));
  const shadeSide = litSide === 1 ? -1 : 1;
  const depth = blend(0.3, 0.62, scene.light.contrast);
  const sidePlane = smoothPath(
    [
      head.project(shadeSide * ridge * 0.9, -12, 72),
      head.project(shadeSide * ridge * 0.8, 14, rise - 8),
      head.project(shadeSide * ridge * 1.1, baseY - 12, rise + 3),
      head.project(shadeSide * wing, baseY - 3, 80),
      head.project(shadeSide * (wing + 5), baseY - 8, 74),
      head.project(shadeSide * 15, 12, 70),
      head.project(shadeSide * 15, -8, 66),
    ],
    true,
  );
  const ridgeLine = smoothPath(
    [
      root,
      head.project(-shadeSide * 1.5, 10, rise - 12),
      head.project(-shadeSide * 1.5, baseY - 16, rise + 4),
    ],
    false,
  );
  const nostril = (side: -1 | 1): string => {
    const [x, y] = head.project(side * wing * 0.56, baseY + 0.5, 90);
    const squeeze = head.isFar(side) ? 0.7 : 1;
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(wing * 0.3 * squeeze)}" ry="2.3" transform="rotate(${side * -14} ${n(x)} ${n(y)})" fill="${palette.skinDeep}" opacity="0.66"/>`;
  };
  const wingLine = (side: -1 | 1): string =>
    `<path d="${smoothPath(
      [
        head.project(side * (wing - 1.5), baseY - 12, 82),
        head.project(side * (wing + 1), baseY - 5, 80),
        head.project(side * (wing - 2.5), baseY + 1.5, 82),
      ],
      false,
    )}" stroke="${palette.skinDeep}" stroke-width="1.4" stroke-linecap="round" fill="none" opacity="${head.isFar(side) ? 0.18 : 0.3}"/>`;
  const farLine =
    Math.abs(head.sine) > 0.12
      ? `<path d="${smoothPath([head.project(0, -10, 76), head.project(0, 12, rise - 8), head.project(0, baseY - 14, rise + 9), head.project(0, baseY - 4, rise + 7)], false)}" stroke="${palette.skinDeep}" stroke-width="1.6" fill="none" opacity="${n(Math.min(0.4, Math.abs(head.sine)), 2)}" stroke-linecap="round" ${sheet.blur(0.8)}/>`
      : "";
  return (
    `<path d="${sidePlane}" fill="${palette.skinShade}" opacity="${n(depth, 2)}" ${sheet.blur(4, 0.4)}/>` +
    sheet.spot([tip[0], baseY + 8], [wing * 1.7, 10], palette.skinDeep, 0.26) +
    `<path d="${ridgeLine}" stroke="${palette.skinLight}" stroke-width="7" stroke-linecap="round" fill="none" opacity="0.42" ${sheet.blur(3, 0.8)}/>` +
    sheet.spot([tip[0], tip[1] + 4], [wing * 0.95, 10], palette.skinShade, 0.26) +
    sheet.spot([tip[0] + litSide * 2, tip[1]], [9, 8], palette.skinLight, 0.5) +
    farLine +
    nostril(-1) +
    nostril(1) +
    wingLine(-1) +
    wingLine(1)
  );
}
