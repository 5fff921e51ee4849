export { findChromium } from "./find-chromium.ts";
export { freePort } from "./ports.ts";
export { type RunningStudio, startStudio, type StudioSettings } from "./start-studio.ts";
