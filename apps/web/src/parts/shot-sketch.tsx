import type { Expression, Framing } from "../views/views.ts";

const head =
  "M-31 -4C-30 20 -16 40 0 40C16 40 30 20 31 -4M-6 -46C10 -34 27 -26 31 -4C33 10 33 24 31 35C34 37 37 37 40 35C45 22 46 6 44 -8C41 -44 12 -54 -6 -46C-30 -52 -47 -34 -46 -6C-46 8 -45 24 -41 35C-38 37 -35 37 -32 35C-34 22 -34 10 -31 -4C-28 -24 -18 -34 -6 -46Z";
const bust =
  "M-14 36V54C-40 64 -68 66 -76 100C-84 140 -88 200 -90 300M14 36V54C40 64 68 66 76 100C84 140 88 200 90 300M-30 59C-14 78 14 78 30 59M-54 150C-52 190 -56 240 -54 320M54 150C52 190 56 240 54 320";
const toTheKnee =
  "M-13 36V54C-38 62 -62 66 -70 96C-80 170 -84 250 -86 300M13 36V54C38 62 62 66 70 96C80 170 84 250 86 300M-30 59C-14 78 14 78 30 59M-50 130C-50 180 -56 210 -60 250L-44 262M50 130C50 180 56 210 60 250L44 262M-62 262H62C66 320 66 400 64 520M-62 262C-66 320 -66 400 -64 520M0 300V520";
const standing =
  "M-14 36V54C-38 62 -62 66 -70 96C-80 170 -92 260 -96 340H88C84 260 80 170 70 96C62 66 38 62 14 54V36M-30 59C-14 78 14 78 30 59M0 76V340M-48 150C-56 210 -62 250 -64 290M48 150C56 210 58 250 58 290M-56 340C-58 400 -60 460 -62 510L-86 520M-14 340C-20 400 -24 460 -26 514M14 340C20 390 26 440 30 514M56 340C60 400 62 460 64 510L88 520";

/** Where the figure stands in a frame of 300 by 400, how large, and how much of it is drawn. */
const placed: Readonly<
  Record<Framing, { readonly x: number; readonly y: number; readonly scale: number; readonly body: string }>
> = {
  "close-up": { x: 150, y: 190, scale: 2, body: bust },
  "head-and-shoulders": { x: 150, y: 168, scale: 1.4, body: bust },
  "half-length": { x: 150, y: 146, scale: 1, body: bust },
  "three-quarter": { x: 150, y: 100, scale: 0.68, body: toTheKnee },
  "full-length": { x: 150, y: 84, scale: 0.54, body: standing },
  wide: { x: 104, y: 176, scale: 0.34, body: standing },
};

const ground = "M0 352H64M148 352H300";

/** Eyes' middle line and nose for a head straight on, turned to the light, and turned away. */
const noses = {
  straight: "M0 -6L2 10L0 13",
  left: "M-5 -6L-10 10L-5 13",
  right: "M5 -6L10 10L5 13",
} as const;
const mouthShift = { straight: 0, left: -6, right: 6 } as const;

/** How far the corners of the mouth are below its middle: a smile is a deeper line. */
const depths: Readonly<Record<Expression, number>> = {
  neutral: 0,
  calm: 2,
  contemplative: 0,
  confident: 3,
  "soft-smile": 5,
  candid: 4,
  "warm-smile": 7,
  laughing: 9,
};

const strokeWidth = 1.5;

interface ShotSketchProps {
  readonly framing: Framing;
  readonly expression: Expression;
  /** What the person is doing; says where the head is turned. */
  readonly moment: string;
  /** The measured share of the work that is done, 0 to 1: the line is inked that far. */
  readonly share?: number | null;
}

/** A shot as a line drawing: how much of the person it shows, where they look, and how much they smile. */
export function ShotSketch({ framing, expression, moment, share = null }: ShotSketchProps) {
  const { x, y, scale, body } = placed[framing];
  const turn = turnIn(moment);
  const depth = depths[expression];
  const shift = mouthShift[turn];
  const mouth = `M${shift - 11} ${25 - depth / 2}Q${shift} ${25 + depth} ${shift + 11} ${25 - depth / 2}`;
  const lines = [head, body, noses[turn] + mouth];
  const stroke = { strokeWidth: strokeWidth / scale };
  return (
    <svg className="frame-layer sketch" viewBox="0 0 300 400" aria-hidden="true">
      {framing === "wide" && <path className="sketch-pencil" d={ground} />}
      <g transform={`translate(${x} ${y}) scale(${scale})`} style={stroke}>
        {lines.map((line) => (
          <path key={line} className="sketch-pencil" style={stroke} d={line} />
        ))}
        {share !== null &&
          lines.map((line) => (
            <path
              key={line}
              className="sketch-ink"
              style={stroke}
              d={line}
              pathLength={1}
              strokeDashoffset={1 - share}
            />
          ))}
      </g>
    </svg>
  );
}

/** Where a head is turned, as far as the words say. */
export function turnIn(moment: string): keyof typeof noses {
  if (/\b(right|away|over (one|the|a) shoulder|out of|down|aside|past)\b/iu.test(moment)) return "right";
  if (/\b(left|window|towards?|up|off|sideways|profile)\b/iu.test(moment)) return "left";
  return "straight";
}
