import { lighter, lumaOf, mixColours } from "./colour.ts";
import { clothOf, drawGarment, type Cloth, type Neckline } from "./cloth.ts";
import type { Figure } from "./figure.ts";
import { lapels, openCollar } from "./draw-collars.ts";
import type { ClothesKind } from "./scene.ts";
import { decimal, smoothPath } from "./svg-sheet.ts";

/** The shoulders, arms and chest in their clothes; skin shows where the neckline leaves it. */
export function drawClothes(figure: Figure): string {
  const { kind } = figure.scene.clothes;
  const cloth = clothOf(figure, necklines[kind]);
  return drawGarment(figure, cloth) + details[kind](figure, cloth);
}

const necklines: Readonly<Record<ClothesKind, Neckline>> = {
  "t-shirt": { shape: "round", width: 1.06, depth: 52 },
  sweater: { shape: "round", width: 1.02, depth: 40 },
  turtleneck: { shape: "round", width: 1, depth: 26 },
  shirt: { shape: "v", width: 1.04, depth: 112 },
  blazer: { shape: "v", width: 1.1, depth: 300 },
  suit: { shape: "v", width: 1.1, depth: 280 },
  coat: { shape: "v", width: 1.12, depth: 330 },
  hoodie: { shape: "round", width: 1.04, depth: 52 },
  "leather-jacket": { shape: "v", width: 1.1, depth: 260 },
  dress: { shape: "round", width: 1.9, depth: 128 },
};

const details: Readonly<Record<ClothesKind, (figure: Figure, cloth: Cloth) => string>> = {
  "t-shirt": (_, cloth) => neckband(cloth, 8),
  sweater: (figure, cloth) => knit(figure, cloth) + neckband(cloth, 14),
  turtleneck: (figure, cloth) => knit(figure, cloth) + rollNeck(figure, cloth),
  shirt: openCollar,
  blazer: (figure, cloth) => lapels(figure, cloth, { inner: innerColour(figure), tie: false, scale: 1 }),
  suit: (figure, cloth) => lapels(figure, cloth, { inner: "#ebe7df", tie: true, scale: 1 }),
  coat: (figure, cloth) => lapels(figure, cloth, { inner: innerColour(figure), tie: false, scale: 1.3 }),
  hoodie: hood,
  "leather-jacket": (figure, cloth) =>
    lapels(figure, cloth, { inner: "#d3cec5", tie: false, scale: 0.86 }) + sheen(figure, cloth),
  dress: () => "",
};

function innerColour({ scene }: Figure): string {
  return lumaOf(scene.clothes.colour) > 0.5 ? "#2f3237" : "#e2dace";
}

function neckband({ edge, colour, deep }: Cloth, band: number): string {
  const width = decimal(band);
  return (
    `<path d="${edge}" fill="none" stroke="${deep}" stroke-width="${decimal(band + 4)}" opacity="0.35" transform="translate(0 5)"/>` +
    `<path d="${edge}" fill="none" stroke="${mixColours(colour, deep, 0.14)}" stroke-width="${width}"/>` +
    `<path d="${edge}" fill="none" stroke="${deep}" stroke-width="1.4" opacity="0.5" transform="translate(0 ${decimal(band * 0.5)})"/>`
  );
}

function knit({ sheet }: Figure, { body, deep, light, shoulder }: Cloth): string {
  let ribs = "";
  for (let x = -shoulder - 30; x <= shoulder + 30; x += 11) {
    ribs += `M${decimal(x * 0.82)} 170Q${decimal(x)} 420 ${decimal(x * 1.05)} 1080`;
  }
  const rib = sheet.path(ribs);
  return (
    `<g ${sheet.clip(body)} fill="none"><use href="#${rib}" stroke="${deep}" stroke-width="2" opacity="0.16"/>` +
    `<use href="#${rib}" x="4" stroke="${light}" stroke-width="1.2" opacity="0.1"/></g>`
  );
}

function rollNeck({ sheet, litSide }: Figure, { colour, deep, light, neck }: Cloth): string {
  const h = neck + 2;
  const shape =
    `M${decimal(-h + 3)} 124Q0 146 ${decimal(h - 3)} 124C${decimal(h)} 150 ${decimal(h + 4)} 168 ${decimal(h + 12)} 188` +
    `Q0 236 ${decimal(-h - 12)} 188C${decimal(-h - 4)} 168 ${decimal(-h)} 150 ${decimal(-h + 3)} 124Z`;
  let ribs = "";
  for (let x = -h + 6; x < h; x += 8) ribs += `M${decimal(x)} 136L${decimal(x * 1.14)} 208`;
  const fold = `M${decimal(-h + 1)} 158Q0 186 ${decimal(h - 1)} 158`;
  return (
    sheet.spot([0, 206], [h * 1.5, 26], deep, 0.75) +
    `<path d="${shape}" fill="${colour}"/><g ${sheet.clip(shape)}><path d="${ribs}" stroke="${deep}" stroke-width="2" opacity="0.26"/>` +
    sheet.spot([-litSide * h * 1.05, 170], [h * 1.15, 84], deep, 0.8) +
    sheet.spot([litSide * h * 0.5, 168], [h * 0.5, 52], light, 0.5) +
    `<path d="${fold}" stroke="${deep}" stroke-width="3" fill="none" opacity="0.4"/>` +
    `<path d="${fold}" stroke="${light}" stroke-width="2" fill="none" opacity="0.25" transform="translate(0 -4)"/>` +
    sheet.spot([0, 130], [h, 22], deep, 0.6) +
    `</g>`
  );
}

function hood({ sheet, litSide }: Figure, { colour, deep, light, neck }: Cloth): string {
  const outer = smoothPath(
    [
      [-neck - 2, 128],
      [-neck - 40, 166],
      [-neck - 34, 214],
      [0, 262],
      [neck + 34, 214],
      [neck + 40, 166],
      [neck + 2, 128],
      [neck - 2, 168],
      [0, 214],
      [-neck + 2, 168],
    ],
    true,
  );
  return (
    sheet.spot([0, 236], [neck * 2, 40], deep, 0.6) +
    `<path d="${outer}" fill="${colour}"/><g ${sheet.clip(outer)}>` +
    sheet.spot([litSide * 70, 182], [60, 56], light, 0.6) +
    sheet.spot([-litSide * 84, 200], [74, 80], deep, 0.75) +
    sheet.spot([0, 200], [neck * 1.1, 30], deep, 0.5) +
    `</g><path d="M-24 240Q-29 310 -22 374M24 240Q30 300 24 358" stroke="${lighter(colour, 0.5)}" stroke-width="4.2" fill="none" stroke-linecap="round"/>`
  );
}

function sheen({ sheet, litSide }: Figure, { shoulder, body, light }: Cloth): string {
  const zip = `M${decimal(-shoulder * 0.42)} 500l${decimal(shoulder * 0.2)} 56M${decimal(shoulder * 0.42)} 500l${decimal(-shoulder * 0.2)} 56`;
  return (
    `<g ${sheet.clip(body)}>` +
    sheet.spot([litSide * shoulder * 0.84, 248], [30, 56], lighter(light, 0.35), 0.55, litSide * -34) +
    sheet.spot([litSide * shoulder, 420], [16, 120], lighter(light, 0.25), 0.45) +
    `<path d="${zip}" stroke="#c9c4bb" stroke-width="3" opacity="0.55"/></g>`
  );
}
