/** What made a score: stored with it, so that only scores of one kind stand beside each other. */
export interface MeasuredWith {
  /** Networks and their versions, as the analyzer names them. */
  readonly modelVersion: string;
  /** The constants, as `calibrations` names them. */
  readonly calibration: string;
}

/**
 * Whether two figures were made by the same networks and constants; two figures that no network made (`null`) were.
 *
 * @example sameMeasure(score.measuredWith, other.measuredWith)
 */
export function sameMeasure(a: MeasuredWith | null, b: MeasuredWith | null): boolean {
  if (a === null || b === null) return a === b;
  return a.modelVersion === b.modelVersion && a.calibration === b.calibration;
}
