/** A colour as `#rrggbb`. */
export type Colour = string;

type Channels = readonly [red: number, green: number, blue: number];

/** The two colours mixed in sRGB; a share of 0 is the first, 1 the second. */
export function mixColours(from: Colour, to: Colour, share: number): Colour {
  const a = channelsOf(from);
  const b = channelsOf(to);
  return toColour([0, 1, 2].map((index) => at(a, index) + (at(b, index) - at(a, index)) * share));
}

/** The colour along a ramp of anchors, position 0 to 1. */
export function colourAlong(ramp: readonly Colour[], position: number): Colour {
  const scaled = Math.min(1, Math.max(0, position)) * (ramp.length - 1);
  const index = Math.min(ramp.length - 2, Math.floor(scaled));
  return mixColours(ramp[index] ?? "#808080", ramp[index + 1] ?? "#808080", scaled - index);
}

/** The colour darkened towards warm black. */
export function darker(colour: Colour, share: number): Colour {
  return mixColours(colour, "#0c0807", share);
}

/** The colour lightened towards warm white. */
export function lighter(colour: Colour, share: number): Colour {
  return mixColours(colour, "#fffaf2", share);
}

/** Rec. 709 luma of the sRGB values, 0 to 1. */
export function lumaOf(colour: Colour): number {
  const [red, green, blue] = channelsOf(colour);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** The same luma without hue. */
export function greyOf(colour: Colour): Colour {
  const level = lumaOf(colour) * 255;
  return toColour([level, level, level]);
}

function channelsOf(colour: Colour): Channels {
  const value = Number.parseInt(colour.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function at(channels: Channels, index: number): number {
  return channels[index] ?? 0;
}

function toColour(channels: readonly number[]): Colour {
  const digits = channels.map((level) =>
    Math.round(Math.min(255, Math.max(0, level)))
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${digits.join("")}`;
}
