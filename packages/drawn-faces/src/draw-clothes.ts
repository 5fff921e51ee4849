import { darker, lighter, lumaOf, mixColours, type Colour } from "./colour.ts";
import type { Figure } from "./figure.ts";
import type { ClothesKind } from "./scene.ts";
import { blend, decimal, smoothPath, type Point } from "./svg-sheet.ts";

interface Cloth {
  readonly colour: Colour;
  readonly deep: Colour;
  readonly light: Colour;
  /** Half the width of the shoulders. */
  readonly shoulder: number;
  readonly neck: number;
  readonly body: string;
}

/** The shoulders, arms and chest in their clothes. */
export function drawClothes(figure: Figure): string {
  const cloth = clothOf(figure);
  return draw[figure.scene.clothes.kind](figure, cloth);
}

const draw: Readonly<Record<ClothesKind, (figure: Figure, cloth: Cloth) => string>> = {
  "t-shirt": (figure, cloth) => garment(figure, cloth) + roundNeck(figure, cloth, 30, 5),
  sweater: (figure, cloth) => garment(figure, cloth) + knit(figure, cloth) + roundNeck(figure, cloth, 24, 13),
  turtleneck: (figure, cloth) => garment(figure, cloth) + knit(figure, cloth) + rollNeck(figure, cloth),
  shirt: (figure, cloth) => garment(figure, cloth) + openCollar(figure, cloth),
  blazer: (figure, cloth) => garment(figure, cloth) + lapels(figure, cloth, innerColour(figure), false),
  suit: (figure, cloth) => garment(figure, cloth) + lapels(figure, cloth, "#ece8e1", true),
  coat: (figure, cloth) => garment(figure, cloth) + lapels(figure, cloth, innerColour(figure), false, 1.35),
  hoodie: (figure, cloth) => garment(figure, cloth) + hood(figure, cloth),
  "leather-jacket": (figure, cloth) =>
    garment(figure, cloth) + lapels(figure, cloth, "#d8d3ca", false, 0.82) + gloss(figure, cloth),
  dress: (figure, cloth) => garment(figure, cloth) + scoopNeck(figure, cloth),
};

function clothOf({ identity, scene }: Figure): Cloth {
  const { colour } = scene.clothes;
  const bulk = scene.clothes.kind === "coat" ? 14 : scene.clothes.kind === "dress" ? -12 : 0;
  const shoulder = blend(158, 196, identity.build) * blend(1.06, 0.93, identity.softness) + bulk;
  const neck = blend(44, 54, identity.build) * blend(1.06, 0.95, identity.softness);
  const s = shoulder;
  const body = smoothPath(
    [
      [-neck, 172],
      [-neck - 26, 194],
      [-s * 0.72, 216],
      [-s, 252],
      [-s - 22, 340],
      [-s - 34, 520],
      [-s - 44, 760],
      [-s - 46, 1080],
      [s + 46, 1080],
      [s + 44, 760],
      [s + 34, 520],
      [s + 22, 340],
      [s, 252],
      [s * 0.72, 216],
      [neck + 26, 194],
      [neck, 172],
      [0, 200],
    ],
    true,
  );
  const lit = scene.light.brightness < 0.5 ? darker(colour, (0.5 - scene.light.brightness) * 0.6) : colour;
  const tinted = mixColours(
    lit,
    scene.light.warmth > 0.5 ? "#e8a060" : "#7f97b8",
    Math.abs(scene.light.warmth - 0.5) * 0.22,
  );
  return {
    colour: tinted,
    deep: darker(tinted, 0.52),
    light: lighter(tinted, 0.16 + 0.1 * (1 - lumaOf(tinted))),
    shoulder,
    neck,
    body,
  };
}

function innerColour({ scene }: Figure): Colour {
  return lumaOf(scene.clothes.colour) > 0.5 ? "#2b2d31" : "#e7e0d5";
}

function garment({ sheet, litSide, scene }: Figure, { body, colour, deep, light, shoulder }: Cloth): string {
  const s = shoulder;
  const shade = -litSide;
  const contrast = blend(0.35, 0.85, scene.light.contrast);
  const folds =
    `M${-s * 0.66} 330Q${-s * 0.56} 430 ${-s * 0.68} 640M${s * 0.66} 330Q${s * 0.56} 430 ${s * 0.68} 640` +
    `M${-s * 0.9} 300Q${-s * 0.6} 330 ${-s * 0.5} 390M${s * 0.9} 300Q${s * 0.6} 330 ${s * 0.5} 390M${-s * 0.2} 420Q0 470 ${s * 0.16} 600`;
  return (
    `<path d="${body}" fill="${colour}"/><g ${sheet.clip(body)}>` +
    sheet.spot([litSide * s * 0.62, 246], [s * 0.62, 74], light, 0.75, litSide * 20) +
    sheet.spot([litSide * s * 0.4, 420], [s * 0.6, 240], light, 0.3) +
    sheet.spot([shade * s * 1.05, 420], [s * 0.95, 420], deep, contrast) +
    sheet.spot([0, 196], [86, 56], deep, 0.6) +
    sheet.spot([0, 980], [s * 2, 330], deep, 0.55) +
    `<path d="${rounded(folds)}" fill="none" stroke="${deep}" stroke-width="9" stroke-linecap="round" opacity="0.4" ${sheet.blur(6)}/></g>`
  );
}

function rounded(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (value) => decimal(Number(value)));
}

/** Skin in a round neckline that hangs `drop` below the collar bones, with a band of that width. */
function roundNeck(figure: Figure, cloth: Cloth, drop: number, band: number): string {
  const { sheet } = figure;
  const skin = neckline(cloth.neck + 4, drop);
  const edge = neckCurve(cloth.neck + 4 + band * 0.3, drop + band * 0.5);
  return (
    chest(figure, skin) +
    `<path d="${edge}" fill="none" stroke="${cloth.deep}" stroke-width="${band + 3}" opacity="0.5" ${sheet.blur(2.5)} transform="translate(0 4)"/>` +
    `<path d="${edge}" fill="none" stroke="${mixColours(cloth.colour, cloth.deep, 0.18)}" stroke-width="${band}"/>` +
    `<path d="${neckCurve(cloth.neck + 3, drop)}" fill="none" stroke="${cloth.deep}" stroke-width="1.6" opacity="0.6"/>`
  );
}

function scoopNeck(figure: Figure, cloth: Cloth): string {
  const skin = smoothPath(
    [
      [-cloth.neck - 40, 184],
      [-cloth.neck - 20, 262],
      [-30, 318],
      [30, 318],
      [cloth.neck + 20, 262],
      [cloth.neck + 40, 184],
      [cloth.neck, 150],
      [-cloth.neck, 150],
    ],
    true,
  );
  const bone = (side: number): string => `M${side * 14} 236Q${side * 52} 216 ${side * 96} 214`;
  return (
    chest(figure, skin) +
    `<path d="${bone(-1)}${bone(1)}" stroke="${figure.palette.skinShade}" stroke-width="5" stroke-linecap="round" fill="none" opacity="0.45" ${figure.sheet.blur(2.5)}/>`
  );
}

/** Bare skin below the neck, in the same light. */
function chest({ palette, sheet, litSide, scene }: Figure, path: string): string {
  return (
    `<path d="${path}" fill="${palette.skin}"/><g ${sheet.clip(path)}>` +
    sheet.spot([-litSide * 56, 220], [80, 120], palette.skinDeep, 0.25 + 0.4 * scene.light.contrast) +
    `<path d="M-90 120H90V150Q0 206 -90 150Z" fill="${palette.skinDeep}" opacity="0.5" ${sheet.blur(9)}/></g>`
  );
}

function neckline(half: number, drop: number): string {
  return `M${decimal(-half)} 168Q0 ${decimal(190 + drop * 1.7)} ${decimal(half)} 168L${decimal(half - 12)} 150H${decimal(-half + 12)}Z`;
}

function neckCurve(half: number, drop: number): string {
  return `M${decimal(-half)} 168Q0 ${decimal(190 + drop * 1.7)} ${decimal(half)} 168`;
}

function knit({ sheet }: Figure, { body, deep, shoulder }: Cloth): string {
  let ribs = "";
  for (let x = -shoulder - 30; x <= shoulder + 30; x += 15)
    ribs += `M${decimal(x * 0.8)} 190Q${decimal(x)} 420 ${decimal(x * 1.04)} 1080`;
  return `<g ${sheet.clip(body)}><path d="${ribs}" fill="none" stroke="${deep}" stroke-width="2" opacity="0.2"/></g>`;
}

function rollNeck({ sheet, litSide }: Figure, { colour, deep, light, neck }: Cloth): string {
  const h = neck + 5;
  const shape = `M${decimal(-h + 4)} 132Q0 152 ${decimal(h - 4)} 132L${decimal(h + 10)} 200Q0 238 ${decimal(-h - 10)} 200Z`;
  let ribs = "";
  for (let x = -h + 6; x < h; x += 9) ribs += `M${decimal(x)} 142L${decimal(x * 1.16)} 214`;
  return (
    `<path d="M${decimal(-h - 12)} 202Q0 244 ${decimal(h + 12)} 202" stroke="${deep}" stroke-width="10" fill="none" opacity="0.6" ${sheet.blur(4)}/>` +
    `<path d="${shape}" fill="${colour}"/><g ${sheet.clip(shape)}><path d="${ribs}" stroke="${deep}" stroke-width="2.2" opacity="0.35"/>` +
    sheet.spot([-litSide * h, 176], [h * 1.1, 70], deep, 0.7) +
    sheet.spot([litSide * h * 0.5, 172], [h * 0.5, 46], light, 0.5) +
    `<path d="M${decimal(-h)} 128Q0 150 ${decimal(h)} 128" stroke="${light}" stroke-width="9" fill="none" opacity="0.5"/>` +
    sheet.spot([0, 140], [h, 20], deep, 0.55) +
    `</g>`
  );
}

function openCollar(figure: Figure, { colour, deep, light, neck }: Cloth): string {
  const { litSide, sheet } = figure;
  const v = `M${decimal(-neck - 2)} 158L0 286L${decimal(neck + 2)} 158Q0 190 ${decimal(-neck - 2)} 158Z`;
  const wing = (side: -1 | 1): string => {
    const points: Point[] = [
      [side * (neck - 2), 150],
      [side * (neck + 26), 190],
      [side * (neck + 34), 228],
      [side * 34, 262],
      [side * 2, 290],
      [side * (neck * 0.72), 216],
    ];
    const fill = side === litSide ? light : mixColours(colour, deep, 0.22);
    const line = points.map(([x, y]) => `${decimal(x)} ${decimal(y)}`).join("L");
    return (
      `<path d="M${line}Z" fill="${deep}" opacity="0.45" ${sheet.blur(3)} transform="translate(0 5)"/>` +
      `<path d="M${line}Z" fill="${fill}" stroke="${fill}" stroke-width="3" stroke-linejoin="round"/>`
    );
  };
  const buttons = [338, 418, 498, 578, 660].map((y) => `<circle cx="7" cy="${y}" r="4.2"/>`).join("");
  return (
    chest(figure, v) +
    `<path d="M0 288V1080" stroke="${deep}" stroke-width="2.2" opacity="0.7"/><path d="M-13 300V1080M14 300V1080" stroke="${deep}" stroke-width="1.2" opacity="0.35"/>` +
    `<g fill="${mixColours(deep, "#efe6d8", 0.35)}">${buttons}</g>${wing(-1)}${wing(1)}`
  );
}

function lapels(figure: Figure, cloth: Cloth, inner: Colour, tie: boolean, scale = 1): string {
  const { litSide, sheet } = figure;
  const { colour, deep, light, neck } = cloth;
  const foot = 290 + 180 * Math.min(1.15, scale);
  const front = `M${decimal(-neck - 8)} 166Q0 206 ${decimal(neck + 8)} 166L${decimal(neck + 30)} 220L18 ${decimal(foot)}H-18L${decimal(-neck - 30)} 220Z`;
  const innerDeep = darker(inner, 0.4);
  const lapel = (side: -1 | 1): string => {
    const w = side * scale;
    const line = [
      [side * (neck + 2), 160],
      [side * (neck + 34), 196],
      [side * (neck + 4) + w * 56, 274],
      [side * (neck - 8) + w * 30, 292],
      [side * (neck - 6) + w * 36, 312],
      [side * 12, foot + 8],
      [side * (neck * 0.5 + 6), 300],
    ];
    const path = `M${line.map(([x, y]) => `${decimal(x ?? 0)} ${decimal(y ?? 0)}`).join("L")}Z`;
    const fill = side === litSide ? light : mixColours(colour, deep, 0.3);
    return (
      `<path d="${path}" fill="${deep}" opacity="0.6" ${sheet.blur(4)} transform="translate(${side * 3} 6)"/>` +
      `<path d="${path}" fill="${fill}" stroke="${fill}" stroke-width="2.5" stroke-linejoin="round"/>`
    );
  };
  const innerNeck = tie
    ? `<path d="M${decimal(-neck - 2)} 150L0 232L${decimal(neck + 2)} 150L${decimal(neck + 16)} 190L24 246L0 226L-24 246L${decimal(-neck - 16)} 190Z" fill="${lighter(inner, 0.4)}" stroke="${innerDeep}" stroke-width="1.4"/>` +
      `<path d="M-13 226H13L17 252L9 262L20 ${decimal(foot)}H-20L-9 262L-17 252Z" fill="${mixColours(colour, "#7a2f2a", 0.6)}"/><path d="M-9 262H9" stroke="#000" stroke-width="2" opacity="0.3"/>`
    : chest(figure, neckline(neck + 2, 16)) +
      `<path d="${neckCurve(neck + 2, 16)}" fill="none" stroke="${innerDeep}" stroke-width="4" opacity="0.45"/>`;
  const buttons = [foot + 34, foot + 124].map((y) => `<circle cx="6" cy="${decimal(y)}" r="6"/>`).join("");
  return (
    `<path d="${front}" fill="${inner}"/><g ${sheet.clip(front)}>` +
    sheet.spot([-litSide * 50, 300], [74, 190], innerDeep, 0.5) +
    sheet.spot([0, 180], [80, 34], innerDeep, 0.4) +
    `</g>${innerNeck}${lapel(-1)}${lapel(1)}` +
    `<path d="M${litSide * 12} ${decimal(foot + 6)}V1080" stroke="${deep}" stroke-width="3" opacity="0.8"/><g fill="${deep}">${buttons}</g>`
  );
}

function hood(figure: Figure, cloth: Cloth): string {
  const { sheet, litSide } = figure;
  const { colour, deep, light, neck } = cloth;
  const outer = smoothPath(
    [
      [-neck - 6, 138],
      [-neck - 42, 176],
      [-neck - 34, 226],
      [0, 272],
      [neck + 34, 226],
      [neck + 42, 176],
      [neck + 6, 138],
      [neck - 4, 176],
      [0, 222],
      [-neck + 4, 176],
    ],
    true,
  );
  return (
    chest(figure, neckline(neck + 4, 26)) +
    `<path d="${outer}" fill="${deep}" opacity="0.6" ${sheet.blur(5)} transform="translate(0 8)"/><path d="${outer}" fill="${colour}"/><g ${sheet.clip(outer)}>` +
    sheet.spot([litSide * 70, 190], [60, 50], light, 0.6) +
    sheet.spot([-litSide * 80, 210], [70, 70], deep, 0.7) +
    `<path d="M${decimal(-neck + 4)} 176Q0 262 ${decimal(neck - 4)} 176" stroke="${deep}" stroke-width="12" fill="none" opacity="0.45" ${sheet.blur(4)}/></g>` +
    `<path d="M-24 250Q-28 320 -22 380M24 250Q30 310 24 366" stroke="${lighter(colour, 0.5)}" stroke-width="4.4" fill="none" stroke-linecap="round"/>`
  );
}

function gloss({ sheet, litSide }: Figure, { shoulder, body, light }: Cloth): string {
  return (
    `<g ${sheet.clip(body)}>` +
    sheet.spot([litSide * shoulder * 0.86, 262], [34, 60], lighter(light, 0.35), 0.6, litSide * -30) +
    sheet.spot([litSide * shoulder, 420], [18, 120], lighter(light, 0.25), 0.5) +
    `<path d="M${decimal(-shoulder * 0.4)} 520l${decimal(shoulder * 0.22)} 60M${decimal(shoulder * 0.4)} 520l${decimal(-shoulder * 0.22)} 60" stroke="#c9c4bb" stroke-width="3" opacity="0.6"/></g>`
  );
}
