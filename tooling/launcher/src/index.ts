export { findChromium } from "./find-chromium.ts";
export { freePort } from "./ports.ts";
export { type RunningServer, startServer } from "./start-server.ts";
export { type RunningStudio, startStudio, type StudioSettings } from "./start-studio.ts";
