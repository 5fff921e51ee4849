import { colourAlong, darker, lumaOf, mixColours, type Colour } from "./colour.ts";
import type { Identity } from "./identity.ts";
import type { Scene } from "./scene.ts";
import { blend } from "./svg-sheet.ts";

/** The colours of one person in one light. */
export interface Palette {
  readonly skin: Colour;
  readonly skinLight: Colour;
  readonly skinShade: Colour;
  readonly skinDeep: Colour;
  readonly blush: Colour;
  readonly lip: Colour;
  readonly lipDeep: Colour;
  readonly hair: Colour;
  readonly hairDeep: Colour;
  readonly hairLight: Colour;
  readonly iris: Colour;
  readonly white: Colour;
}

const skinRamp = ["#f5dccb", "#edc6a8", "#dcaa85", "#c18a62", "#976241", "#6b432d", "#452b20"] as const;
const shadeRamp = ["#c98f78", "#bd8265", "#a5694b", "#854f35", "#5f3725", "#3d2419", "#251611"] as const;
const deepRamp = ["#8a5548", "#7d4a3b", "#6a3a2a", "#512b1f", "#371d16", "#22130f", "#150c0a"] as const;
const lightRamp = ["#fff3e8", "#fde6d2", "#f3cdaa", "#dfae85", "#bd8761", "#96674b", "#74503f"] as const;
const lipRamp = ["#c9776e", "#c06e63", "#b06055", "#9c5349", "#84463f", "#6d3a38", "#552d2e"] as const;
const hairRamp = ["#15110f", "#261a14", "#3d291d", "#5d4029", "#86633d", "#b08b56", "#d3b683"] as const;
const redRamp = ["#1b110e", "#351b13", "#57271a", "#7d3a20", "#a4552b", "#bd7440", "#d29a66"] as const;
const irisRamp = ["#2b1910", "#452a19", "#6a4a2a", "#76683c", "#66764f", "#6b8790", "#7f9fb5"] as const;

/** Mixes a person's colours and lets the scene's light warm or cool them. */
export function paletteOf(identity: Identity, scene: Scene): Palette {
  const { tone, warmth } = identity.skin;
  const lit = (colour: Colour, share = 1): Colour => {
    const tint = mixColours("#8fa6c4", "#ffb26b", scene.light.warmth);
    const strength = Math.abs(scene.light.warmth - 0.5) * 0.22 * share;
    const bright = mixColours(colour, tint, strength);
    return scene.light.brightness < 0.5 ? darker(bright, (0.5 - scene.light.brightness) * 0.55) : bright;
  };
  const undertone = mixColours("#9a8a45", "#d0706a", warmth);
  const skinTone = (ramp: readonly Colour[]): Colour =>
    lit(mixColours(colourAlong(ramp, tone), undertone, 0.03 + Math.abs(warmth - 0.5) * 0.16));
  const { lightness, redness, grey } = identity.hair;
  const pigment = mixColours(
    colourAlong(hairRamp, lightness),
    colourAlong(redRamp, lightness),
    redness * 0.9,
  );
  const hair = lit(mixColours(pigment, "#c9c5bf", grey * 0.86));
  return {
    skin: skinTone(skinRamp),
    skinLight: skinTone(lightRamp),
    skinShade: skinTone(shadeRamp),
    skinDeep: skinTone(deepRamp),
    blush: lit(mixColours("#d8665a", colourAlong(shadeRamp, tone), tone * 0.75)),
    lip: lit(
      mixColours(colourAlong(lipRamp, tone), colourAlong(skinRamp, tone), blend(0.4, 0.1, identity.softness)),
    ),
    lipDeep: lit(darker(colourAlong(lipRamp, tone), 0.55)),
    hair,
    hairDeep: mixColours(darker(hair, 0.52), mixColours(hair, "#3a2a22", 0.45), lumaOf(hair)),
    hairLight: mixColours(
      hair,
      mixColours("#b98a63", "#fff3df", 0.3 + 0.5 * grey),
      0.22 + 0.2 * lumaOf(hair),
    ),
    iris: colourAlong(irisRamp, identity.iris),
    white: lit(mixColours("#f1ebe3", "#d9cdbf", tone * 0.6), 0.6),
  };
}
