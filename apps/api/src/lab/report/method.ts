import { decisionLevel, fewestPairsForWinner, likenessMargin, speedMargin } from "@selfsame/likeness";

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** How an experiment is judged, in words; every number is the one that is used. */
export const method = {
  simulated:
    "These portraits are drawn by the simulator: they show how its model of FLUX behaves, and prove nothing about FLUX itself.",
  paragraphs: [
    "Every arm makes one portrait of each brief with each seed, on the same version of the person's own model. Two arms are compared pair by pair: the same brief, the same seed, nothing else different.",
    `Likeness, naturalness and smile of each pair are compared by Wilcoxon's signed-rank test, exact up to 50 pairs; blind votes by the exact sign test. All questions of the experiment share one level of ${decisionLevel} by Holm's adjustment. The effect is the median difference with a bootstrap interval (BCa, 2,000 resamples), which is too narrow below about 16 pairs and never decides.`,
    `An arm is named when it is clearly better in likeness or naturalness and was shown to lose no more than ${likenessMargin} in the other one, or when the votes clearly prefer it; from fewer than ${fewestPairsForWinner} pairs or votes nobody is named, and nobody where figures and votes contradict each other. Equally fast means shown to take at most ${percent(speedMargin)} longer.`,
    "A picture that was held back, or in which no one whole face could be measured, counts as worst and is never left out. What could not be measured through no fault of the picture is left out and counted. Figures of other networks or constants are never held against these.",
    "Likeness runs from 0 (as like as strangers are) to 1 (as like as the person's own photos are to each other). Naturalness has not been fitted to what people keep or throw away: it compares settings and judges no picture. The pairs are of one person; they say nothing about others.",
  ],
} as const;
