/** Why a training ended without a version, in words for the person. The closed set of what `error_code` holds. */
export const trainingProblems = {
  "photos-missing":
    "A photo of this training could not be read from storage any more, and nothing is trained on fewer than you chose. Look through your photos, upload what is missing, and start again.",
  "training-set-unreadable":
    "The trainer could not read the photos. Nothing was lost; start the training again.",
  "input-invalid":
    "The trainer did not accept the request. Whoever runs this studio finds the reason in the log.",
  "out-of-memory": "The trainer ran out of memory. Nothing was lost; start the training again.",
  "timeout-starting": "The trainer did not start in time. Nothing was lost; start the training again.",
  interrupted: "The trainer stopped while working. Nothing was lost; start the training again.",
  "content-withheld":
    "The trainer's safety check refused the photos. Look through them and start the training again.",
  unknown: "The trainer could not finish and did not say why. Nothing was lost; start the training again.",
  "provider-refused":
    "The trainer did not accept the request. Whoever runs this studio finds the reason in the log.",
  "provider-no-credit":
    "The studio cannot start a training at the moment. Nothing was started and nothing was charged; try again later.",
  "not-answered":
    "The trainer did not answer in time. Nothing more will come of this one; start the training again.",
  "no-version": "The trainer ended without a model. Nothing was lost; start the training again.",
} as const;

/** A key of `trainingProblems`. */
export type TrainingProblem = keyof typeof trainingProblems;

/** Whether a stored code is one of the known ones. */
export const isTrainingProblem = (code: string): code is TrainingProblem =>
  Object.hasOwn(trainingProblems, code);
