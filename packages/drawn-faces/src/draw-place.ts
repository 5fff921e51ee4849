import type { Ground } from "./backdrop.ts";
import { drawIndoors } from "./draw-indoors.ts";
import { drawOutdoors } from "./draw-outdoors.ts";

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
