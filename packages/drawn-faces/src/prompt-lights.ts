import type { DayTime, LightFrom, Place } from "./scene.ts";
import type { Vocabulary } from "./prompt-words.ts";

/** What a light word says; what it leaves out stays open. */
export interface LightReading {
  readonly from?: LightFrom;
  readonly warmth?: number;
  readonly contrast?: number;
  readonly brightness?: number;
  readonly place?: Place;
  readonly time?: DayTime;
}

/** Where the light comes from and how it is. */
export const lightByWord: Vocabulary<LightReading> = {
  "window light": { contrast: 0.55, place: "window" },
  "light from a window": { contrast: 0.55, place: "window" },
  "light from the left": { from: "left" },
  "light from the right": { from: "right" },
  "side light": { contrast: 0.7 },
  "side lit": { contrast: 0.7 },
  "side lighting": { contrast: 0.7 },
  "soft light": { contrast: 0.25, brightness: 0.66 },
  "soft lighting": { contrast: 0.25, brightness: 0.66 },
  "diffused light": { contrast: 0.18, brightness: 0.66 },
  overcast: { contrast: 0.15, warmth: 0.42, brightness: 0.58 },
  "hard light": { contrast: 0.95 },
  "harsh light": { contrast: 0.95 },
  "dramatic light": { contrast: 0.95, brightness: 0.48 },
  "dramatic lighting": { contrast: 0.95, brightness: 0.48 },
  chiaroscuro: { contrast: 1, brightness: 0.42 },
  "low key": { contrast: 0.95, brightness: 0.38 },
  "high key": { contrast: 0.12, brightness: 0.9, from: "front" },
  rembrandt: { contrast: 0.85 },
  "rembrandt lighting": { contrast: 0.85 },
  "butterfly lighting": { from: "front", contrast: 0.5 },
  "ring light": { from: "front", contrast: 0.1, brightness: 0.75 },
  flash: { from: "front", contrast: 0.35, brightness: 0.8 },
  "back light": { from: "behind", contrast: 0.6 },
  "back lit": { from: "behind", contrast: 0.6 },
  backlit: { from: "behind", contrast: 0.6 },
  backlight: { from: "behind", contrast: 0.6 },
  "rim light": { from: "behind", contrast: 0.75 },
  "overhead light": { from: "top", contrast: 0.6 },
  "golden hour": { warmth: 0.9, contrast: 0.5, time: "golden" },
  "golden light": { warmth: 0.9, contrast: 0.5, time: "golden" },
  "warm light": { warmth: 0.85 },
  "warm lighting": { warmth: 0.85 },
  "cold light": { warmth: 0.15 },
  "cool light": { warmth: 0.2 },
  "blue hour": { warmth: 0.2, time: "dusk", brightness: 0.5 },
  candlelight: { warmth: 1, contrast: 0.85, brightness: 0.42, time: "night" },
  candlelit: { warmth: 1, contrast: 0.85, brightness: 0.42, time: "night" },
  "lamp light": { warmth: 0.9, contrast: 0.7, time: "night" },
  neon: { warmth: 0.25, contrast: 0.7, brightness: 0.5, place: "night-street", time: "night" },
  "neon lights": { warmth: 0.25, contrast: 0.7, brightness: 0.5, place: "night-street", time: "night" },
  sunlight: { warmth: 0.7, contrast: 0.6, brightness: 0.7 },
  sunny: { warmth: 0.68, contrast: 0.6, brightness: 0.72 },
  "studio light": { place: "studio", contrast: 0.5 },
  "studio lighting": { place: "studio", contrast: 0.5 },
  moonlight: { warmth: 0.1, contrast: 0.7, brightness: 0.38, time: "night" },
};

/** The hour. */
export const dayTimeByWord: Vocabulary<DayTime> = {
  sunset: "golden",
  "at sunset": "golden",
  sunrise: "golden",
  "golden hour": "golden",
  dusk: "dusk",
  twilight: "dusk",
  "blue hour": "dusk",
  dawn: "dusk",
  evening: "dusk",
  night: "night",
  "at night": "night",
  midnight: "night",
  noon: "day",
  morning: "day",
  daylight: "day",
};
