import { faceMeasures } from "./face-measures.ts";
import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import { decimal, smoothPath, type Point } from "./svg-sheet.ts";

/** Spectacles that follow the turned head; the eyes stay in sight. */
export function drawGlasses({ identity, head }: Figure): string {
  const { glasses, nose } = identity;
  if (glasses === "none") return "";
  const spacing = faceMeasures(identity).eyeSpacing;
  const [radiusX, radiusY, corner] = glasses === "square" ? [28, 20.5, 0.5] : [26, 25, 1];
  const rounded = (value: number): number => Math.sign(value) * Math.abs(value) ** corner;
  const lens = (side: Side): string => {
    const corners: Point[] = [];
    for (let step = 0; step < 16; step += 1) {
      const angle = (step / 16) * Math.PI * 2;
      const outward = rounded(Math.cos(angle)) * radiusX;
      const down = rounded(Math.sin(angle)) * radiusY;
      corners.push(
        head.project(side * (spacing + 1.5 + outward), -2 + down, 78 - Math.max(0, outward) * 0.5),
      );
    }
    return smoothPath(corners, true);
  };
  const bridgeHeight = -8 - 4 * nose.bridge;
  const bridge = smoothPath(
    [
      head.project(-11, bridgeHeight, 80),
      head.project(0, bridgeHeight - 4, 92),
      head.project(11, bridgeHeight, 80),
    ],
    false,
  );
  const arm = (side: Side): string => {
    const [fromX, fromY] = head.project(side * (spacing + 27), -8, 64);
    return `M${decimal(fromX)} ${decimal(fromY)}L${decimal(head.faceEdge(side, -8))} -7`;
  };
  const width = glasses === "thin" ? 1.8 : 3.8;
  const colour = glasses === "thin" ? "#8d7a55" : glasses === "round" ? "#3a2418" : "#17130f";
  return (
    `<g fill="#ffffff" fill-opacity="0.06" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"><path d="${lens(-1)}"/><path d="${lens(1)}"/>` +
    `<path d="${bridge}${arm(-1)}${arm(1)}" fill="none"/></g>`
  );
}
