import type { Ground } from "./backdrop.ts";
import { drawBeard } from "./draw-beard.ts";
import { drawBrows } from "./draw-brows.ts";
import { drawClothes } from "./draw-clothes.ts";
import { drawEyes } from "./draw-eyes.ts";
import { drawGlasses } from "./draw-glasses.ts";
import { drawGrain } from "./draw-grain.ts";
import { drawHair } from "./draw-hair.ts";
import { drawEars, drawFaceSkin, drawNeck, drawSkull } from "./draw-head.ts";
import { drawLabel, type Label } from "./draw-label.ts";
import { drawLight, withoutColour } from "./draw-light.ts";
import { drawMark } from "./draw-mark.ts";
import { drawMouth } from "./draw-mouth.ts";
import { drawNose } from "./draw-nose.ts";
import { drawPlace } from "./draw-place.ts";
import { drawWeather } from "./draw-weather.ts";
import type { Figure } from "./figure.ts";
import { headShape } from "./head-shape.ts";
import type { Identity } from "./identity.ts";
import { markLayout } from "./mark-code.ts";
import { paletteOf } from "./palette.ts";
import type { Framing, Scene } from "./scene.ts";
import { decimal, SvgSheet } from "./svg-sheet.ts";

/** What to draw. */
export interface Drawing {
  readonly identity: Identity;
  readonly scene: Scene;
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** A 64-bit identity key (16 hexadecimal digits or 8 bytes) to weave into the bottom edge. */
  readonly mark?: string | Uint8Array;
  /** What the picture says about itself, in its lower left corner. */
  readonly label?: Label;
}

/** The height of every drawing in its own units. */
const sheetHeight = 800;

/** How large a framing draws a head, and where its middle stands (share of the height). */
const framingScale: Readonly<Record<Framing, readonly [scale: number, middle: number]>> = {
  close: [1.6, 0.485],
  bust: [1.14, 0.405],
  half: [0.8, 0.355],
  wide: [0.54, 0.375],
};

/**
 * Draws a person as an SVG document; the same drawing gives the same bytes everywhere.
 *
 * @example drawFace({ identity: identityFromSeed("anna"), scene: plainScene, widthPixels: 896, heightPixels: 1152 })
 */
export function drawFace({ identity, scene, widthPixels, heightPixels, mark, label }: Drawing): string {
  const sheet = new SvgSheet();
  const width = (sheetHeight * widthPixels) / heightPixels;
  const litSide = scene.light.from === "right" ? 1 : -1;
  const ground: Ground = { width, height: sheetHeight, scene, sheet, litSide };
  const figure: Figure = {
    identity,
    scene,
    sheet,
    litSide,
    palette: paletteOf(identity, scene),
    head: headShape(identity, scene),
  };
  const [scale, middle] = framingScale[scene.framing];
  const fitted = scale * Math.min(1.15, Math.max(0.5, width / 600));
  const place = `translate(${decimal(width / 2 - 8 * figure.head.sine)} ${decimal(sheetHeight * middle)}) scale(${decimal(fitted, 3)})`;
  const picture =
    drawPlace(ground) +
    drawWeather(ground, "behind") +
    `<g transform="${place}">${drawFigure(figure)}</g>` +
    drawWeather(ground, "before") +
    drawLight(ground) +
    drawGrain(sheet, { width, height: sheetHeight, heightPixels }, scene.grain, scene.seed);
  const markHeight =
    mark === undefined ? 0 : (markLayout.bottom + markLayout.rows * markLayout.cellHeight) * width;
  const over =
    (mark === undefined ? "" : drawMark(mark, width, sheetHeight, scene.clothes.colour)) +
    (label === undefined ? "" : drawLabel(label, width, sheetHeight - markHeight));
  const body = `<defs>${sheet.definitions}</defs>${picture}${over}`;
  const view = `viewBox="0 0 ${decimal(width, 3)} ${sheetHeight}" preserveAspectRatio="none"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPixels}" height="${heightPixels}" ${view}>` +
    `${scene.monochrome ? withoutColour(body) : body}</svg>`
  );
}

function drawFigure(figure: Figure): string {
  const hair = drawHair(figure);
  const tilt = `<g transform="rotate(${decimal(figure.scene.tilt * 10, 2)} 0 150)">`;
  const features =
    drawBeard(figure) + drawNose(figure) + drawEyes(figure) + drawBrows(figure) + drawMouth(figure);
  return (
    `${tilt}${hair.behind}</g><g transform="translate(0 -9)">${drawNeck(figure)}${drawClothes(figure)}</g>` +
    `${tilt}${drawSkull(figure)}${hair.coversEars ? "" : drawEars(figure)}${drawFaceSkin(figure, features)}` +
    `${hair.over}${drawGlasses(figure)}</g>`
  );
}
