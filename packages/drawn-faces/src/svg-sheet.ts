import type { Colour } from "./colour.ts";

/** A point of the drawing, in drawing units. */
export type Point = readonly [x: number, y: number];

/** A number as the drawing writes it: one decimal, never `-0` and never exponent notation. */
export function decimal(value: number, digits = 1): string {
  const fixed = value.toFixed(digits);
  const text = fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
  return text === "-0" ? "0" : text;
}

/** A smooth curve through the points (Catmull-Rom, as cubic Béziers), written in steps: half the bytes. */
export function smoothPath(points: readonly Point[], closed: boolean): string {
  const count = points.length;
  const point = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  const [startX, startY] = point(0);
  // Steps are counted in whole tenths from where the pen truly is, so rounding never adds up.
  let [penX, penY] = [tenths(startX), tenths(startY)];
  const step = (x: number, y: number): string => stepText(tenths(x) - penX) + stepText(tenths(y) - penY);
  let path = `M${decimal(startX)} ${decimal(startY)}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    const curve =
      step(from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6) +
      step(to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6) +
      step(to[0], to[1]);
    path += `c${curve.trimStart()}`;
    [penX, penY] = [tenths(to[0]), tenths(to[1])];
  }
  return closed ? `${path}Z` : path;
}

function tenths(value: number): number {
  return Math.round(value * 10);
}

/** A step of so many tenths, with the space before it that a sign makes unnecessary. */
function stepText(step: number): string {
  const text = decimal(step / 10).replace(/^(-?)0\./, "$1.");
  return text.startsWith("-") ? text : ` ${text}`;
}

/** Straight lines through the points. */
export function straightPath(points: readonly Point[], closed: boolean): string {
  const path = points.map(([x, y]) => `${decimal(x)} ${decimal(y)}`).join("L");
  return `M${path}${closed ? "Z" : ""}`;
}

/** The point between two points; a share of 0 is the first, 1 the second. */
export function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The number between two numbers; a share of 0 is the first, 1 the second. */
export function blend(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Collects the definitions (gradients, blurs, clips) that the parts of one drawing share. */
export class SvgSheet {
  readonly #idByDefinition = new Map<string, string>();
  readonly #definitions: string[] = [];

  /** All definitions so far, as the content of `<defs>`. */
  get definitions(): string {
    return this.#definitions.join("");
  }

  /** Defines an element once and returns its id. */
  define(tag: string, attributes: string, content: string): string {
    const definition = `${tag} ${attributes}>${content}`;
    const known = this.#idByDefinition.get(definition);
    if (known !== undefined) return known;
    const id = `d${this.#idByDefinition.size.toString(36)}`;
    this.#idByDefinition.set(definition, id);
    this.#definitions.push(`<${tag} id="${id}" ${attributes}>${content}</${tag}>`);
    return id;
  }

  /** A path's outline, written once; draw it as often as needed with `<use href="#id" …>`. */
  path(data: string): string {
    return this.define("path", `d="${data}"`, "");
  }

  /** A fill that fades from the colour in the middle to nothing at the rim: a blur that costs nothing. */
  fade(colour: Colour): string {
    const stop = (offset: number, opacity: number): string =>
      `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
    const stops = stop(0, 1) + stop(0.3, 0.82) + stop(0.55, 0.44) + stop(0.8, 0.12) + stop(1, 0);
    return `url(#${this.define("radialGradient", "", stops)})`;
  }

  /** A linear fill; stops are [offset, colour, opacity], the direction in shares of the shape's box. */
  linear(
    stops: readonly (readonly [offset: number, colour: Colour, opacity?: number])[],
    direction: readonly [x1: number, y1: number, x2: number, y2: number] = [0, 0, 0, 1],
  ): string {
    const [x1, y1, x2, y2] = direction;
    const from = `x1="${decimal(x1, 2)}" y1="${decimal(y1, 2)}"`;
    const to = `x2="${decimal(x2, 2)}" y2="${decimal(y2, 2)}"`;
    return `url(#${this.define("linearGradient", `${from} ${to}`, stopsOf(stops))})`;
  }

  /** A radial fill around a centre, in shares of the shape's box. */
  radial(
    stops: readonly (readonly [offset: number, colour: Colour, opacity?: number])[],
    circle: readonly [cx: number, cy: number, r: number] = [0.5, 0.5, 0.5],
  ): string {
    const [cx, cy, r] = circle;
    const where = `cx="${decimal(cx, 2)}" cy="${decimal(cy, 2)}" r="${decimal(r, 2)}"`;
    return `url(#${this.define("radialGradient", where, stopsOf(stops))})`;
  }

  /**
   * The attribute that blurs a shape by a standard deviation in drawing units. The margin, in shares of the
   * shape's box, is what the blur may spill into: every pixel of it costs time.
   */
  blur(deviation: number, margin = 0.25): string {
    const [start, size] = [`${decimal(-margin * 100)}%`, `${decimal(100 + margin * 200)}%`];
    const box = `x="${start}" y="${start}" width="${size}" height="${size}"`;
    return `filter="url(#${this.define("filter", `${box} ${plainColours}`, gaussian(deviation))})"`;
  }

  /** The attribute that blurs a group which covers that rectangle, laid on itself to fade less at its edges. */
  blurWithin(deviation: number, width: number, height: number): string {
    const box = `filterUnits="userSpaceOnUse" x="0" y="0" width="${decimal(width)}" height="${decimal(height)}"`;
    const blurred = `<feGaussianBlur stdDeviation="${decimal(deviation)}" result="b"/>`;
    const twice = '<feComposite in="b" in2="b" operator="over"/>';
    return `filter="url(#${this.define("filter", `${box} ${plainColours}`, blurred + twice)})"`;
  }

  /** The attribute that keeps a group inside a path. */
  clip(path: string): string {
    return `clip-path="url(#${this.define("clipPath", "", `<path d="${path}"/>`)})"`;
  }

  /** A light out of focus: a disc of even brightness with a soft rim. */
  bokeh(centre: Point, radius: number, colour: Colour, opacity: number): string {
    const paint = this.radial([
      [0, colour, 0.75],
      [0.72, colour, 0.9],
      [0.86, colour, 0.8],
      [1, colour, 0],
    ]);
    const [x, y] = [decimal(centre[0]), decimal(centre[1])];
    return `<circle cx="${x}" cy="${y}" r="${decimal(radius)}" fill="${paint}" opacity="${decimal(opacity, 2)}"/>`;
  }

  /** A soft spot: an ellipse that fades to its rim, turned by degrees around its centre. */
  spot(centre: Point, radii: Point, colour: Colour, opacity: number, degrees = 0): string {
    const [x, y] = [decimal(centre[0]), decimal(centre[1])];
    const turned = degrees === 0 ? "" : ` transform="rotate(${decimal(degrees)} ${x} ${y})"`;
    return (
      `<ellipse cx="${x}" cy="${y}" rx="${decimal(Math.abs(radii[0]))}" ry="${decimal(Math.abs(radii[1]))}"` +
      ` fill="${this.fade(colour)}" opacity="${decimal(opacity, 2)}"${turned}/>`
    );
  }
}

/** Blurs mix colours as they are written: it looks the same here and saves the way to linear light and back. */
const plainColours = 'color-interpolation-filters="sRGB"';

function gaussian(deviation: number): string {
  return `<feGaussianBlur stdDeviation="${decimal(deviation)}"/>`;
}

function stopsOf(stops: readonly (readonly [number, Colour, number?])[]): string {
  return stops
    .map(([offset, colour, opacity]) => {
      const faint = opacity === undefined ? "" : ` stop-opacity="${decimal(opacity, 2)}"`;
      return `<stop offset="${decimal(offset, 2)}" stop-color="${colour}"${faint}/>`;
    })
    .join("");
}
