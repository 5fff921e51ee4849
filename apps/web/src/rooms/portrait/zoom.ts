/** How a picture is looked at: so many times its whole size, moved so far from the middle in parts of the frame. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The whole picture, in the middle. */
export const whole: Zoom = { scale: 1, x: 0, y: 0 };

/** Beyond this a megapixel shows nothing but its pixels. */
const largestScale = 8;

/** A place in the frame: 0 is the middle, −0.5 and 0.5 are the edges. */
export interface FramePoint {
  readonly x: number;
  readonly y: number;
}

const within = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

/** Moved no further than the picture's own edges. */
function held({ scale, x, y }: Zoom): Zoom {
  const most = (scale - 1) / 2;
  return { scale, x: within(x, most), y: within(y, most) };
}

/** Zooms by a factor around a place that stays where it is; never smaller than whole. */
export function zoomed({ scale, x, y }: Zoom, factor: number, around: FramePoint = whole): Zoom {
  const next = Math.min(largestScale, Math.max(1, scale * factor));
  const ratio = next / scale;
  return held({ scale: next, x: around.x - (around.x - x) * ratio, y: around.y - (around.y - y) * ratio });
}

/** Moves the picture, in parts of the frame. */
export const moved = ({ scale, x, y }: Zoom, by: FramePoint): Zoom =>
  held({ scale, x: x + by.x, y: y + by.y });

/** The style that shows a picture so. */
export const zoomStyle = ({ scale, x, y }: Zoom) => ({
  transform: `translate(${x * 100}%, ${y * 100}%) scale(${scale})`,
});
