import { drawFace } from "./draw-face.ts";
import type { Identity } from "./identity.ts";
import { plainScene, type Scene } from "./scene.ts";

/** One drawn selfie of a set. */
export interface DrawnSelfie {
  /** A name as a phone would give, ending in `.svg`. */
  readonly fileName: string;
  readonly scene: Scene;
  readonly svg: string;
}

/** Width and height of a drawn selfie, in pixels. */
const selfieSize = { widthPixels: 768, heightPixels: 1024 } as const;

type Change = Partial<Omit<Scene, "light" | "background" | "clothes">> & {
  readonly light?: Partial<Scene["light"]>;
  readonly background?: Partial<Scene["background"]>;
  readonly clothes?: Partial<Scene["clothes"]>;
};

/** Twelve ways to photograph oneself: straight ahead and turned, day and lamp light, calm to laughing. */
const changes: readonly Change[] = [
  {
    framing: "close",
    smile: 0.04,
    light: { from: "front", contrast: 0.25 },
    background: { place: "wall", colour: "#cbbfae" },
  },
  {
    framing: "bust",
    smile: 0.05,
    turn: -0.3,
    background: { place: "window", colour: "#b9ad9b" },
    clothes: { kind: "t-shirt", colour: "#8f9a94" },
  },
  {
    framing: "bust",
    smile: 0.4,
    turn: 0.28,
    light: { from: "right" },
    background: { place: "garden" },
    clothes: { kind: "shirt", colour: "#9db6c4" },
  },
  {
    framing: "close",
    smile: 0.3,
    tilt: 0.35,
    turn: 0.1,
    background: { place: "cafe", time: "night" },
    light: { warmth: 0.8, brightness: 0.5 },
    clothes: { kind: "sweater", colour: "#6c362c" },
  },
  {
    framing: "bust",
    smile: 0.75,
    squint: 0.35,
    turn: -0.15,
    background: { place: "street" },
    clothes: { kind: "coat", colour: "#7a6a50" },
    season: "autumn",
  },
  {
    framing: "half",
    smile: 0.1,
    turn: 0.45,
    light: { from: "right", contrast: 0.6 },
    background: { place: "home", colour: "#cdbfa9" },
    clothes: { kind: "hoodie", colour: "#4c5560" },
  },
  {
    framing: "bust",
    smile: 0,
    turn: 0.6,
    gaze: 0.2,
    background: { place: "window", colour: "#a7a79c" },
    clothes: { kind: "turtleneck", colour: "#2f4a42" },
  },
  {
    framing: "bust",
    smile: 0.55,
    tilt: -0.4,
    turn: -0.45,
    background: { place: "harbour", time: "golden" },
    light: { warmth: 0.78 },
    clothes: { kind: "blazer", colour: "#2f3b4c" },
  },
  {
    framing: "close",
    smile: 0.95,
    squint: 0.6,
    mouthOpen: 0.15,
    light: { from: "front", brightness: 0.7 },
    background: { place: "beach", time: "day" },
    clothes: { kind: "t-shirt", colour: "#ded6c8" },
  },
  {
    framing: "bust",
    smile: 0.06,
    turn: -0.6,
    light: { from: "right" },
    background: { place: "office" },
    clothes: { kind: "shirt", colour: "#e6e2d9" },
  },
  {
    framing: "half",
    smile: 0.35,
    turn: 0.12,
    background: { place: "forest" },
    season: "autumn",
    clothes: { kind: "sweater", colour: "#b9a27c" },
  },
  {
    framing: "close",
    smile: 0.15,
    turn: 0.2,
    tilt: 0.2,
    light: { brightness: 0.42, warmth: 0.75, contrast: 0.7 },
    background: { place: "home", time: "night", colour: "#8d7d6a" },
    clothes: { kind: "t-shirt", colour: "#33353a" },
  },
];

/**
 * A set of selfies of one drawn person, from several sides, in several lights and moods. Each is labelled DRAWN
 * and, when the identity has its key, carries that key as its mark.
 *
 * @example drawnSelfies(identityFromSeed("anna")).length // 12
 */
export function drawnSelfies(identity: Identity, count = 12): DrawnSelfie[] {
  return Array.from({ length: count }, (_, index) => {
    const change = changes[index % changes.length] ?? {};
    const round = Math.floor(index / changes.length);
    const scene: Scene = {
      ...plainScene,
      seed: index + 1,
      ...change,
      // A second round photographs the same moments from a little further round.
      turn: Math.max(-1, (change.turn ?? 0) - round * 0.12),
      light: { ...plainScene.light, ...change.light },
      background: { ...plainScene.background, blur: 0.45, ...change.background },
      clothes: { ...plainScene.clothes, ...change.clothes },
    };
    const mark = identity.key === undefined ? {} : { mark: identity.key };
    return {
      fileName: `drawn-selfie-${String(index + 1).padStart(2, "0")}.svg`,
      scene,
      svg: drawFace({ identity, scene, ...selfieSize, ...mark, label: "DRAWN" }),
    };
  });
}
