import type { Vocabulary } from "./prompt-words.ts";

/** What an expression word does to the face. */
export interface ExpressionReading {
  readonly smile: number;
  readonly squint?: number;
  readonly mouthOpen?: number;
  readonly gaze?: number;
}

const calm: ExpressionReading = { smile: 0.08 };
const still: ExpressionReading = { smile: 0.02 };
const soft: ExpressionReading = { smile: 0.34 };
const plain: ExpressionReading = { smile: 0.5 };
const warm: ExpressionReading = { smile: 0.58, squint: 0.15 };
const wide: ExpressionReading = { smile: 0.9, squint: 0.25 };
const laugh: ExpressionReading = { smile: 1, squint: 0.75, mouthOpen: 0.25 };

/** Expressions, from calm to laughing. */
export const expressionByWord: Vocabulary<ExpressionReading> = {
  neutral: { smile: 0.04 },
  "neutral expression": { smile: 0.04 },
  calm,
  serene: calm,
  peaceful: calm,
  relaxed: { smile: 0.14 },
  serious: still,
  stern: still,
  solemn: still,
  intense: still,
  unsmiling: still,
  "no smile": still,
  "not smiling": still,
  "without smile": still,
  "without a smile": still,
  "closed mouth": { smile: 0.1 },
  contemplative: { smile: 0.05, gaze: 0.55 },
  thoughtful: { smile: 0.06, gaze: 0.5 },
  pensive: { smile: 0.03, gaze: 0.55 },
  dreamy: { smile: 0.12, gaze: 0.6 },
  melancholic: { smile: 0, gaze: 0.4 },
  sad: { smile: 0, gaze: 0.2 },
  confident: { smile: 0.18 },
  determined: { smile: 0.05 },
  candid: { smile: 0.36, gaze: 0.25 },
  playful: { smile: 0.55, squint: 0.2 },
  friendly: plain,
  smile: plain,
  smiling: plain,
  smiles: plain,
  "slight smile": { smile: 0.26 },
  "faint smile": { smile: 0.22 },
  "subtle smile": { smile: 0.26 },
  "hint of a smile": { smile: 0.2 },
  "half smile": { smile: 0.28 },
  smirk: { smile: 0.28 },
  "soft smile": soft,
  "gentle smile": soft,
  "softly smiling": soft,
  "gently smiling": soft,
  "small smile": { smile: 0.3 },
  "natural smile": { smile: 0.44 },
  "warm smile": warm,
  "warmly smiling": warm,
  "kind smile": warm,
  "bright smile": { smile: 0.78, squint: 0.25 },
  happy: { smile: 0.66, squint: 0.2 },
  cheerful: { smile: 0.7, squint: 0.25 },
  joyful: { smile: 0.78, squint: 0.35 },
  "big smile": wide,
  "huge smile": wide,
  "wide smile": wide,
  "broad smile": wide,
  "toothy smile": wide,
  "smiling widely": wide,
  "smiling broadly": wide,
  beaming: wide,
  grin: { smile: 0.85 },
  grinning: { smile: 0.88 },
  laughing: laugh,
  laughs: laugh,
  laughter: laugh,
  laugh,
  surprised: { smile: 0.12, mouthOpen: 0.6 },
  singing: { smile: 0.3, mouthOpen: 0.55 },
  talking: { smile: 0.2, mouthOpen: 0.3 },
};

/** Which way the head and the eyes are turned; the seed chooses the side. */
export const poseByWord: Vocabulary<{
  readonly turn?: number;
  readonly tilt?: number;
  readonly gaze?: number;
}> = {
  "looking at the camera": { gaze: 0 },
  "looking at camera": { gaze: 0 },
  "eye contact": { gaze: 0 },
  "facing the camera": { turn: 0, gaze: 0 },
  "facing camera": { turn: 0, gaze: 0 },
  frontal: { turn: 0, tilt: 0 },
  "front view": { turn: 0, tilt: 0 },
  "straight on": { turn: 0, tilt: 0 },
  symmetrical: { turn: 0, tilt: 0 },
  "looking away": { turn: 0.5, gaze: 0.8 },
  "looking aside": { turn: 0.4, gaze: 0.8 },
  "looking to the side": { turn: 0.5, gaze: 0.7 },
  "looking out": { turn: 0.6, gaze: 0.6 },
  "gazing out": { turn: 0.6, gaze: 0.6 },
  "three quarter view": { turn: 0.7 },
  "three quarter profile": { turn: 0.8 },
  "three quarter portrait": { turn: 0.7 },
  "three quarters": { turn: 0.7 },
  profile: { turn: 1, gaze: 0.3 },
  "side profile": { turn: 1, gaze: 0.3 },
  "over the shoulder": { turn: 0.75, gaze: -0.3 },
  "tilted head": { tilt: 0.7 },
  "head tilted": { tilt: 0.7 },
  "head tilt": { tilt: 0.7 },
};
