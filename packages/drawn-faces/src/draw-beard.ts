import { mixColours } from "./colour.ts";
import { faceMeasures } from "./face-measures.ts";
import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import { randomFrom } from "./seeded-random.ts";
import { blend, decimal, smoothPath, type Point } from "./svg-sheet.ts";

/** What grows on cheeks, chin and upper lip; drawn under the mouth. */
export function drawBeard(figure: Figure): string {
  switch (figure.identity.facialHair) {
    case "none":
      return "";
    case "stubble":
      return beard(figure, 0.3, 0);
    case "moustache":
      return moustache(figure, 0.9);
    case "short-beard":
      return beard(figure, 0.78, 3) + moustache(figure, 0.75);
    case "full-beard":
      return beard(figure, 0.96, 12) + moustache(figure, 0.95);
  }
}

function beard({ identity, scene, palette, head, sheet }: Figure, density: number, length: number): string {
  const smile = scene.smile;
  const mouthY = faceMeasures(identity).mouthY;
  const random = randomFrom(`beard ${identity.key ?? "mixed"}`);
  const edge = (side: Side, y: number, out: number): Point => [head.faceEdge(side, y) + side * out, y];
  const outside = (side: Side): Point[] => [
    edge(side, 6, 0),
    edge(side, 44, 1),
    edge(side, 80, 2 + length * 0.3),
    edge(side, 108, 3 + length * 0.5),
  ];
  const inside = (side: Side): Point[] => [
    head.project(side * 74, 26, 18),
    head.project(side * 64, 56 - 4 * smile, 42),
    head.project(side * (42 + 8 * smile), 66 - 3 * smile, 70),
    head.project(side * 22, mouthY - 17, 86),
  ];
  const under: Point = [head.project(0, 0, 74)[0], head.chinY + 3 + length];
  const top = head.project(0, mouthY - 15, 94);
  const shape = smoothPath(
    [...outside(-1), under, ...outside(1).toReversed(), ...inside(1), top, ...inside(-1).toReversed()],
    true,
  );
  let hairs = "";
  const count = 120;
  for (let index = 0; index < count; index += 1) {
    const across = (random() * 2 - 1) * 70;
    const y = 60 + random() * (head.chinY - 60 + length * 0.6);
    if (Math.abs(across) < 26 && y < mouthY + 16) continue;
    const [x] = head.project(across * (1 - Math.max(0, y - 90) / 130), y, 66 - Math.abs(across) * 0.5);
    const run = density < 0.5 ? 1.5 : 5 + length * 0.4;
    hairs += `M${decimal(x)} ${decimal(y)}l${decimal(across * 0.03)} ${decimal(run)}`;
  }
  return (
    `<path d="${shape}" fill="${mixColours(palette.hair, palette.hairDeep, 0.6)}" opacity="${decimal(density * (density < 0.5 ? 0.75 : 0.9), 2)}" ${sheet.blur(density < 0.5 ? 7 : 5)}/>` +
    `<g ${sheet.clip(shape)}><path d="${hairs}" stroke="${density < 0.5 ? palette.hairDeep : palette.hairLight}" stroke-width="1.1" stroke-linecap="round" fill="none" opacity="${density < 0.5 ? 0.26 : 0.32}"/></g>`
  );
}

function moustache({ identity, scene, palette, head, sheet }: Figure, density: number): string {
  const width = blend(25, 31, identity.lips.width) + 8 * scene.smile;
  const y = faceMeasures(identity).mouthY;
  const at = (x: number, down: number): Point => head.project(x, y + down, 94 - 15 * (x / 32) ** 2);
  const lift = 7 * scene.smile;
  const shape = smoothPath(
    [
      at(0, -17),
      at(width * 0.5, -15),
      at(width * 1.04, -1 - lift),
      at(width * 0.96, 5 - lift),
      at(width * 0.5, -5),
      at(0, -6),
      at(-width * 0.5, -5),
      at(-width * 0.96, 5 - lift),
      at(-width * 1.04, -1 - lift),
      at(-width * 0.5, -15),
    ],
    true,
  );
  return `<path d="${shape}" fill="${mixColours(palette.hair, palette.hairDeep, 0.6)}" opacity="${density}" ${sheet.blur(1.8)}/>`;
}
