import type { SvgSheet } from "./svg-sheet.ts";
import type { Scene } from "./scene.ts";
import { drawIndoors } from "./draw-indoors.ts";
import { drawOutdoors } from "./draw-outdoors.ts";

/** The sheet a place is drawn on: its size in drawing units, its light side. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly scene: Scene;
  readonly sheet: SvgSheet;
  readonly litSide: -1 | 1;
}

/** The place behind the person, out of focus as the scene asks. */
export function drawPlace(ground: Ground): string {
  switch (ground.scene.background.place) {
    case "studio":
    case "wall":
    case "window":
    case "cafe":
    case "office":
    case "library":
    case "home":
      return drawIndoors(ground);
    default:
      return drawOutdoors(ground);
  }
}
