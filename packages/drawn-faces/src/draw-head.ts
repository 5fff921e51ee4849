import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import { blend, decimal, smoothPath, type Point } from "./svg-sheet.ts";
import { randomFrom } from "./seeded-random.ts";

/** The outline of the bare skull behind the face. */
function skullOutline({ head }: Figure): string {
  const half = (side: Side): Point[] => [
    ...[20, 38, 56, 74, 88].map((degrees) => head.skullAt(side, degrees, -4)),
    [head.skullEdge(side, -6, -4) * 0.96, 2],
  ];
  const jaw = (side: Side): Point => [head.faceEdge(side, 40) * 0.7, 40];
  return smoothPath([...half(-1).toReversed(), head.skullAt(1, 0, -4), ...half(1), jaw(1), jaw(-1)], true);
}

/** The skull behind the face, in skin: what shows where there is no hair. */
export function drawSkull(figure: Figure): string {
  return `<path d="${skullOutline(figure)}" fill="${figure.palette.skin}"/>`;
}

/** The ears that the turned head and the hair leave in sight. */
export function drawEars(figure: Figure): string {
  const { head } = figure;
  const sides: Side[] = [-1, 1];
  return sides.map((side) => (side * head.sine > 0.14 ? "" : drawEar(figure, side))).join("");
}

function drawEar({ palette, head, sheet, litSide, scene }: Figure, side: Side): string {
  const n = decimal;
  const [x, y] = head.project(side * 86, 8, -4);
  const width = 11 + 9 * Math.abs(head.sine);
  const out = side * width;
  const shaded = side !== litSide && scene.light.from !== "front";
  const outer = smoothPath(
    [
      [x - out * 0.5, y - 20],
      [x + out * 0.45, y - 27],
      [x + out, y - 16],
      [x + out * 0.75, y + 6],
      [x + out * 0.2, y + 24],
      [x - out * 0.5, y + 20],
    ],
    true,
  );
  const rim = smoothPath(
    [
      [x - out * 0.1, y - 15],
      [x + out * 0.45, y - 19],
      [x + out * 0.65, y - 9],
      [x + out * 0.35, y + 6],
      [x + out * 0.05, y + 12],
    ],
    false,
  );
  return (
    `<path d="${outer}" fill="${shaded ? palette.skinShade : palette.skin}"/>` +
    `<path d="${rim}" fill="none" stroke="${palette.skinDeep}" stroke-width="2.2" stroke-linecap="round" opacity="0.45"/>` +
    sheet.spot([x - out * 0.35, y + 4], [width * 0.8, 16], palette.skinDeep, 0.35) +
    `<path d="M${n(x)} ${n(y + 14)}q${n(out * 0.3)} 4 ${n(out * 0.3)} 8" stroke="${palette.skinLight}" stroke-width="2" fill="none" opacity="0.25"/>`
  );
}

/** The face's skin with the light on it, features not included; `features` are drawn within its outline. */
export function drawFaceSkin(figure: Figure, features: string): string {
  const { palette, head, sheet, litSide, scene } = figure;
  const shade: Side = litSide === 1 ? -1 : 1;
  const contrast = scene.light.from === "front" ? scene.light.contrast * 0.45 : scene.light.contrast;
  const edge = head.faceEdge(shade, 20);
  const litEdge = head.faceEdge(litSide, 20);
  const middle = head.project(0, 0, 80)[0];
  const deep = 0.25 + 0.6 * contrast;
  const shading =
    sheet.spot([blend(middle, litEdge, 0.45), -58], [78, 74], palette.skinLight, 0.7) +
    sheet.spot([blend(middle, litEdge, 0.62), 26], [44, 50], palette.skinLight, 0.6) +
    sheet.spot([edge * 1.02, 10], [74, 190], palette.skinShade, deep) +
    sheet.spot([edge * 1.12, 50], [52, 150], palette.skinDeep, deep * 0.72) +
    sheet.spot([blend(middle, edge, 0.74), 62], [34, 54], palette.skinShade, deep * 0.7, shade * -18) +
    sheet.spot([litEdge * 1.05, 74], [36, 62], palette.skinShade, 0.28 + 0.25 * contrast, litSide * -14) +
    sheet.spot([litEdge * 1.04, -64], [26, 70], palette.skinShade, 0.3) +
    sheet.spot([middle * 0.86, head.chinY + 6], [70, 26], palette.skinDeep, 0.34) +
    sheet.spot([middle + litSide * 5, head.chinY - 15], [18, 11], palette.skinLight, 0.5) +
    hollows(figure) +
    blush(figure) +
    hairShadow(figure);
  return (
    `<path d="${head.outline}" fill="${palette.skin}"/>` +
    `<g ${sheet.clip(head.outline + skullOutline(figure))}>${shading}${marks(figure)}${features}` +
    sheet.spot([edge * 1.16, 30], [40, 150], palette.skinDeep, deep * 0.4) +
    `</g>`
  );
}

/** The hollows under the cheekbones, deeper in thin and older faces. */
function hollows({ identity, head, palette, sheet }: Figure): string {
  const strength = 0.1 + 0.3 * (1 - identity.face.fullness) + 0.18 * identity.age;
  const hollow = (side: Side): string =>
    sheet.spot(head.project(side * 60, 52, 46), [22, 34], palette.skinShade, strength, side * 24);
  return hollow(-1) + hollow(1);
}

function blush({ identity, scene, head, palette, sheet }: Figure): string {
  const strength = 0.1 + 0.1 * identity.skin.warmth + 0.14 * scene.smile;
  const cheek = (side: Side): string => {
    const [x, y] = head.project(side * 50, 36 - 5 * scene.smile, 64);
    return (
      sheet.spot([x, y], [34 * head.cosine, 24], palette.blush, strength) +
      sheet.spot(
        [x + side * 2, y - 13],
        [20 * head.cosine, 9],
        palette.skinLight,
        0.14 + 0.24 * scene.smile,
        side * -16,
      )
    );
  };
  return (
    cheek(-1) +
    cheek(1) +
    sheet.spot(head.project(0, 40, 100), [18, 16], palette.blush, 0.1 + 0.08 * identity.skin.warmth)
  );
}

/** What the hair lays on the forehead and the temples. */
function hairShadow({ identity, head, palette, sheet }: Figure): string {
  if (identity.hair.style === "bald") return "";
  const y = head.hairlineY;
  return (
    sheet.spot([head.project(0, y, 66)[0], y - 2], [84, 22], palette.skinDeep, 0.42) +
    sheet.spot([head.faceEdge(-1, -40), -46], [20, 60], palette.skinDeep, 0.34) +
    sheet.spot([head.faceEdge(1, -40), -46], [20, 60], palette.skinDeep, 0.34)
  );
}

/** Freckles, a mole and the lines of age. */
function marks({ identity, head, palette }: Figure): string {
  const random = randomFrom(`marks ${identity.key ?? "mixed"}`);
  let dots = "";
  const freckles = Math.round(identity.skin.freckles * 60);
  for (let index = 0; index < freckles; index += 1) {
    const across = (random() + random() - 1) * 66;
    const [x, y] = head.project(across, 22 + (random() + random() - 1) * 26, 84 - Math.abs(across) * 0.4);
    dots += `M${decimal(x)} ${decimal(y)}h.1`;
  }
  const lines = Math.max(0, identity.age - 0.42);
  const forehead = [0, 11, 22]
    .map((step) => {
      const y = head.hairlineY + 28 + step;
      return smoothPath(
        [
          head.project(-34, y + 2, 62),
          head.project(-12, y - 2, 74),
          head.project(12, y - 1, 74),
          head.project(34, y + 2, 62),
        ],
        false,
      );
    })
    .join("");
  return (
    (dots === ""
      ? ""
      : `<path d="${dots}" stroke="${palette.skinShade}" stroke-width="2.1" stroke-linecap="round" opacity="0.55"/>`) +
    (lines > 0
      ? `<path d="${forehead}" stroke="${palette.skinShade}" stroke-width="1.8" stroke-linecap="round" fill="none" opacity="${decimal(Math.min(0.5, lines * 0.9), 2)}"/>`
      : "")
  );
}

/** The neck and the upper chest, with the shadow of the chin on them. */
export function drawNeck({ identity, scene, palette, head, sheet, litSide }: Figure): string {
  const half = blend(36, 47, identity.build) * blend(1.12, 0.9, identity.softness);
  const lean = 9 * head.sine;
  const right: Point[] = [
    [half + lean, 60],
    [half - 1 + lean * 0.5, 118],
    [half + 3, 150],
    [half + 17, 174],
    [half + 40, 200],
    [half + 62, 218],
    [half + 66, 330],
  ];
  const left: Point[] = [
    [-half - 66, 330],
    [-half - 62, 218],
    [-half - 40, 200],
    [-half - 17, 174],
    [-half - 3, 150],
    [-half + 1 + lean * 0.5, 118],
    [-half + lean, 60],
  ];
  const path = `${smoothPath(right, false)}L${smoothPath(left, false).slice(1)}Z`;
  const chinX = head.project(0, 0, 74)[0];
  const deep = 0.3 + 0.5 * scene.light.contrast;
  const bone = (side: Side): string => `M${side * 15} 214Q${side * 52} 198 ${side * 98} 196`;
  return (
    `<path d="${path}" fill="${palette.skin}"/><g ${sheet.clip(path)}>` +
    sheet.spot([-litSide * (half + 8), 170], [half * 1.45, 150], palette.skinDeep, deep) +
    sheet.spot([litSide * half * 0.5, 176], [half * 0.6, 60], palette.skinLight, 0.4) +
    sheet.spot([chinX * 0.7 - litSide * 8, head.chinY - 22], [half * 1.75, 62], palette.skinDeep, 0.92) +
    sheet.spot([chinX * 0.7 - litSide * 8, head.chinY - 20], [half * 1.4, 44], palette.skinDeep, 0.5) +
    sheet.spot([half * 0.42, 172], [7, 44], palette.skinShade, 0.3, 16) +
    sheet.spot([-half * 0.42, 172], [7, 44], palette.skinShade, 0.3, -16) +
    sheet.spot([0, 208], [12, 12], palette.skinShade, 0.4) +
    `<path d="${bone(-1)}${bone(1)}" stroke="${palette.skinShade}" stroke-width="4" stroke-linecap="round" fill="none" opacity="0.35"/>` +
    sheet.spot([litSide * 60, 206], [44, 14], palette.skinLight, 0.35) +
    `</g>`
  );
}
