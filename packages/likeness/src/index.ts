export {
  buildProfile,
  type ExpressionBaseline,
  type IdentityProfile,
  type ProfileResult,
} from "./build-profile.ts";
export { calibrations, smileTargets, type LikenessCalibration } from "./calibration.ts";
export { differenceHash, hashDistance } from "./difference-hash.ts";
export { expression, type Expression, type ExpressionOptions, type ExpressionReason } from "./expression.ts";
export type { FaceAnalysis, FaceAnalyzer, RgbPicture } from "./face-analyzer.ts";
export type {
  ChipFigures,
  Depiction,
  ExpressionProbabilities,
  FaceBox,
  FaceObservation,
  HeadPose,
  LandmarkPoint,
  SingleFace,
} from "./face-observation.ts";
export {
  scoredMeasures,
  type CellOutcome,
  type ExperimentCell,
  type ExperimentFigures,
  type ExperimentVote,
  type ScoredMeasure,
} from "./experiment/experiment-figures.ts";
export {
  decisionLevel,
  judgeExperiment,
  speedMargin,
  type ArmComparison,
  type ExperimentVerdict,
  type MeasureComparison,
  type MeasureRefusal,
  type Side,
  type SpeedComparison,
  type VoteComparison,
} from "./experiment/judge-experiment.ts";
export type { ScoredPair } from "./experiment/pair-scores.ts";
export type { ComparisonOutcome } from "./experiment/settle-comparison.ts";
export { gateSelfie, type SelfieIssue, type SelfieIssueCode, type SelfieVerdict } from "./gate-selfie.ts";
export { judgeSelfieSet, type SelfieSetLack, type SelfieSetVerdict } from "./judge-selfie-set.ts";
export { likeness, type LikenessBand, type LikenessScore } from "./likeness.ts";
export { sameMeasure, type MeasuredWith } from "./measured-with.ts";
export type { Measurement, Unmeasurable, UnmeasurableReason } from "./measurement.ts";
export { nearDuplicates, type NearDuplicate, type SetSelfie } from "./near-duplicates.ts";
export { ownRange, type OwnRange } from "./own-range.ts";
export { singleFace } from "./single-face.ts";
export { skinTexture, type SkinTexture } from "./skin-texture.ts";
export {
  comparePaired,
  fewestPairsForWinner,
  type ComparisonOptions,
  type ComparisonRefusal,
  type PairedComparison,
  type PairedSeries,
} from "./statistics/compare-paired.ts";
export { holm } from "./statistics/holm.ts";
export { medianDifference, type MedianInterval, type Random } from "./statistics/median-difference.ts";
export { likenessMargin, nonInferiority, type NonInferiority } from "./statistics/non-inferiority.ts";
export { seededRandom } from "./statistics/seeded-random.ts";
export { signTest, type SignTest } from "./statistics/sign-test.ts";
export { wilcoxonExact, type SignedRankTest } from "./statistics/wilcoxon-exact.ts";
