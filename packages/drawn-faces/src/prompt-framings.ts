import type { Framing } from "./scene.ts";
import type { Vocabulary } from "./prompt-words.ts";

/** How near the picture is taken. */
export const framingByWord: Vocabulary<Framing> = {
  "close up": "close",
  closeup: "close",
  "extreme close up": "close",
  "tight crop": "close",
  "tight framing": "close",
  "face portrait": "close",
  macro: "close",
  headshot: "bust",
  "head shot": "bust",
  bust: "bust",
  "head and shoulders": "bust",
  shoulders: "bust",
  "half body": "half",
  "upper body": "half",
  "waist up": "half",
  "from the waist up": "half",
  "medium shot": "half",
  "mid shot": "half",
  "three quarter length": "half",
  "cowboy shot": "half",
  "full body": "wide",
  "full length": "wide",
  "full figure": "wide",
  "wide shot": "wide",
  "long shot": "wide",
  "wide angle": "wide",
  environmental: "wide",
  "from afar": "wide",
};

/** Pictures without colour. */
export const monochromeWords: Vocabulary<boolean> = {
  "black and white": true,
  "black & white": true,
  monochrome: true,
  "b w": true,
  noir: true,
};
