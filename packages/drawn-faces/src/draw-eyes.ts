import { darker, lighter, mixColours } from "./colour.ts";
import { faceMeasures } from "./face-measures.ts";
import type { Figure } from "./figure.ts";
import type { Side } from "./head-shape.ts";
import { blend, decimal, type Point } from "./svg-sheet.ts";

interface Eye {
  readonly side: Side;
  readonly centre: Point;
  /** How much of its width is left in the turned head. */
  readonly narrowing: number;
  readonly halfWidth: number;
  /** How far the upper lid stands above the eye's axis. */
  readonly upper: number;
  readonly lower: number;
  /** How far the outer corner is raised. */
  readonly slant: number;
}

/** Both eyes with lids, lashes and the hollow they lie in. */
export function drawEyes(figure: Figure): string {
  return drawEye(figure, eyeOf(figure, -1)) + drawEye(figure, eyeOf(figure, 1));
}

function eyeOf({ identity, scene, head }: Figure, side: Side): Eye {
  const { eyes, age, softness } = identity;
  const halfWidth = blend(15.6, 20.6, eyes.size);
  const spacing = faceMeasures(identity).eyeSpacing;
  const centre = head.project(side * spacing, -6, 60);
  // The eyes lie on a rounded surface: the far one is seen more from its side.
  const narrowing = Math.max(0.55, head.cosine - side * head.sine * 0.34);
  const closing = 1 - 0.55 * scene.squint - 0.12 * scene.smile;
  const open = blend(0.74, 1.1, eyes.openness) * blend(0.96, 1.04, softness) * (1 - 0.12 * age);
  return {
    side,
    centre,
    narrowing,
    halfWidth,
    upper: 11.2 * open * blend(1, closing, 0.8) * (halfWidth / 18.5),
    lower: 7.6 * closing * blend(0.94, 1.06, eyes.openness),
    slant: blend(-3.4, 5.4, eyes.slant),
  };
}

function drawEye(figure: Figure, eye: Eye): string {
  const { palette, sheet, identity, scene, litSide } = figure;
  const { side, halfWidth: w, upper, lower, slant } = eye;
  const n = decimal;
  // Within the group x runs outward: the inner corner is negative, the outer positive.
  const opening =
    `M${n(-w)} 2.6C${n(-w * 0.62)} ${n(-upper * 0.86)} ${n(w * 0.22)} ${n(-upper * 1.3)} ${n(w)} ${n(-slant)}` +
    `C${n(w * 0.55)} ${n(lower * 0.96)} ${n(-w * 0.42)} ${n(lower * 1.12)} ${n(-w)} 2.6Z`;
  const gazeX = side * (scene.gaze * 6.2 + scene.turn * 1.4) + 0.3;
  const radius = blend(8, 9.4, identity.eyes.size);
  const irisY = -1.8 + 0.8 * scene.squint;
  const lash = mixColours(darker(palette.hair, 0.72), "#120a08", 0.6);
  const lashWeight = blend(2.1, 3.6, identity.softness);
  const wing = blend(0.6, 3.2, identity.softness);
  const ball =
    `<path d="${opening}" fill="${palette.white}"/><g ${sheet.clip(opening)}>` +
    sheet.spot([-w, 2.4], [5, 4], "#c98277", 0.7) +
    sheet.spot([w, 0], [8, 9], palette.skinShade, 0.35) +
    `<circle cx="${n(gazeX)}" cy="${n(irisY)}" r="${n(radius)}" fill="${irisFill(figure)}"/>` +
    `<circle cx="${n(gazeX)}" cy="${n(irisY)}" r="${n(radius * 0.44)}" fill="#0d0907"/>` +
    `<path d="M${n(-w)} ${n(-upper - 6)}H${n(w + 4)}V${n(-slant + 2)}Q${n(w * 0.1)} ${n(-upper * 0.62)} ${n(-w)} 4Z" fill="#24130f" opacity="0.3"/>` +
    `<circle cx="${n(gazeX + side * litSide * 3.1)}" cy="${n(irisY - 3.4)}" r="2.1" fill="#fff" opacity="0.94"/>` +
    `<circle cx="${n(gazeX - side * litSide * 3)}" cy="${n(irisY + 3.2)}" r="1.1" fill="#fff" opacity="0.35"/></g>`;
  const lid =
    `<path d="M${n(-w - 0.6)} 3C${n(-w * 0.62)} ${n(-upper * 0.88)} ${n(w * 0.22)} ${n(-upper * 1.32)} ${n(w + wing)} ${n(-slant - wing * 0.55)}` +
    `C${n(w * 0.3)} ${n(-upper * 1.32 - lashWeight)} ${n(-w * 0.6)} ${n(-upper * 0.9 - lashWeight)} ${n(-w - 0.6)} 3Z" fill="${lash}"/>`;
  const creaseY = upper * 1.08 + blend(2.6, 6.2, identity.eyes.openness);
  const crease =
    `<path d="M${n(-w * 0.92)} ${n(-upper * 0.5 - 2)}C${n(-w * 0.5)} ${n(-creaseY)} ${n(w * 0.3)} ${n(-creaseY - 3.4)} ${n(w * 1.12)} ${n(-slant - 5)}"` +
    ` fill="none" stroke="${palette.skinDeep}" stroke-width="1.5" stroke-linecap="round" opacity="0.5"/>`;
  const under =
    `<path d="M${n(-w * 0.7)} ${n(lower * 0.72 + 1.4)}C${n(-w * 0.3)} ${n(lower * 1.04 + 1)} ${n(w * 0.5)} ${n(lower * 0.92 + 1)} ${n(w * 0.96)} ${n(-slant + 1.4)}"` +
    ` fill="none" stroke="${palette.skinDeep}" stroke-width="1.1" stroke-linecap="round" opacity="${n(blend(0.4, 0.55, identity.softness), 2)}"/>`;
  const [x, y] = eye.centre;
  return (
    `<g transform="translate(${n(x)} ${n(y)}) scale(${n(side * eye.narrowing, 3)} 1)">` +
    sheet.spot([-2, -7], [w * 2, 23], palette.skinShade, 0.42) +
    sheet.spot([-w - 5, -9], [13, 16], palette.skinDeep, 0.22) +
    sheet.spot([2, -upper - 2], [w * 1.2, 8], palette.skinDeep, blend(0.12, 0.3, identity.softness)) +
    pouch(figure, eye) +
    `${ball}${lid}${crease}${under}</g>`
  );
}

function irisFill({ palette, sheet }: Figure): string {
  return sheet.radial([
    [0, lighter(palette.iris, 0.16)],
    [0.55, palette.iris],
    [0.86, darker(palette.iris, 0.3)],
    [1, darker(palette.iris, 0.78)],
  ]);
}

/** The lower lid's fold: deeper with age and with a smile that reaches the eyes. */
function pouch({ palette, sheet, identity, scene }: Figure, { halfWidth: w, lower }: Eye): string {
  const n = decimal;
  const old = Math.max(0, identity.age - 0.35);
  const strength = 0.12 + 0.3 * old + 0.28 * Math.max(scene.squint, scene.smile * 0.6);
  const fold =
    `<path d="M${n(-w * 0.8)} ${n(lower + 6)}Q${n(w * 0.1)} ${n(lower + 12 - 3 * scene.squint)} ${n(w * 0.95)} ${n(lower + 3)}"` +
    ` fill="none" stroke="${palette.skinDeep}" stroke-width="1.6" stroke-linecap="round" opacity="${n(strength * 0.6, 2)}"/>`;
  const laughter = Math.max(0, scene.squint * 0.8 + old * 0.9 + scene.smile * 0.2 - 0.35);
  const feet = [-6, 0, 6].map((y) => `M${n(w + 6)} ${n(y * 0.5 - 1)}l${n(8)} ${n(y * 0.55)}`).join("");
  const crowsFeet =
    laughter > 0.02
      ? `<path d="${feet}" stroke="${palette.skinDeep}" stroke-width="1.1" stroke-linecap="round" fill="none" opacity="${n(Math.min(0.4, laughter), 2)}"/>`
      : "";
  return sheet.spot([0, lower + 8], [w * 1.05, 8], palette.skinShade, strength) + fold + crowsFeet;
}
