export { analyzePicture, type PictureAnalysis } from "./analyze-picture.ts";
export type { NetworkFolders } from "./load-networks.ts";
export { readModelVersion } from "./model-version.ts";
export { openFaceAnalyzer, type AnalyzerTrouble, type FaceAnalyzerOptions } from "./open-face-analyzer.ts";
export { readPicture, type PictureReading } from "./read-picture.ts";
