import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import { blend, decimal, smoothPath, type Point } from "./svg-sheet.ts";

/** Spectacles that follow the turned head; the eyes stay in sight. */
export function drawGlasses({ identity, head }: Figure): string {
  const { glasses, eyes, nose } = identity;
  if (glasses === "none") return "";
  const spacing = blend(34.5, 40, eyes.spacing);
  const square = glasses === "square" ? 0.9 : 0.74;
  const lens = (side: Side): string => {
    const corners: Point[] = [];
    for (let step = 0; step < 12; step += 1) {
      const angle = (step / 12) * Math.PI * 2;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const stretch =
        square / Math.max(square, Math.max(Math.abs(c), Math.abs(s)) ** (glasses === "square" ? 1.6 : 0.2));
      const [rx, ry] = glasses === "square" ? [30, 24] : [27, 25.5];
      const outward = c * rx * stretch;
      corners.push(
        head.project(side * (spacing + 1 + outward), -3 + s * ry * stretch, 78 - Math.max(0, outward) * 0.5),
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
