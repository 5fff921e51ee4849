const frameRatio = 3 / 4;
/** FLUX makes 3:4 as 896 × 1152 (0.778): filling the frame then trims under 2 % a side, never a face. */
const widestTrimmedDifference = 0.04;

/** Whether a picture may fill its 3:4 frame or must stand whole inside it, because filling would crop it. */
export function pictureFit(width: number, height: number): "fill" | "whole" {
  if (width <= 0 || height <= 0) return "whole";
  return Math.abs(width / height - frameRatio) <= widestTrimmedDifference ? "fill" : "whole";
}
