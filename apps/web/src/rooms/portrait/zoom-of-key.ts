import { moved, whole, type Zoom, zoomed } from "./zoom.ts";

const keyFactor = 1.4;
/** Of the frame, with one press of an arrow. */
const keyStep = 0.12;

/** What a key makes of a zoom: + and − zoom, 0 shows it whole, arrows move what is zoomed; undefined for other keys. */
export function zoomOfKey(zoom: Zoom, key: string): Zoom | undefined {
  switch (key) {
    case "+":
    case "=":
      return zoomed(zoom, keyFactor);
    case "-":
      return zoomed(zoom, 1 / keyFactor);
    case "0":
      return whole;
  }
  if (zoom.scale === 1) return undefined;
  switch (key) {
    case "ArrowLeft":
      return moved(zoom, { x: keyStep, y: 0 });
    case "ArrowRight":
      return moved(zoom, { x: -keyStep, y: 0 });
    case "ArrowUp":
      return moved(zoom, { x: 0, y: keyStep });
    case "ArrowDown":
      return moved(zoom, { x: 0, y: -keyStep });
  }
  return undefined;
}
