export type { Colour } from "./colour.ts";
export { drawFace, type Drawing } from "./draw-face.ts";
export { drawLabel, type Label } from "./draw-label.ts";
export { drawnSelfies, type DrawnSelfie } from "./drawn-selfies.ts";
export { identityFromSeed } from "./identity-from-seed.ts";
export {
  facialHairs,
  genericIdentity,
  glassesKinds,
  hairStyles,
  type FacialHair,
  type Glasses,
  type HairStyle,
  type Identity,
} from "./identity.ts";
export { encodeIdentityMark, type IdentityMark } from "./mark-code.ts";
export { mixIdentities } from "./mix-identities.ts";
export { readIdentityMark, type IdentityMarkReading, type Pixels } from "./read-identity-mark.ts";
export { sceneFromPrompt } from "./scene-from-prompt.ts";
export {
  clothesKinds,
  dayTimes,
  framings,
  lightDirections,
  places,
  plainScene,
  seasons,
  weathers,
  type ClothesKind,
  type DayTime,
  type Framing,
  type LightFrom,
  type Place,
  type Scene,
  type Season,
  type Weather,
} from "./scene.ts";
