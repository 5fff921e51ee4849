/**
 * Why a generation ended without all its portraits, in words for the person. The closed set of what `error_code`
 * holds.
 */
export const generationProblems = {
  "content-withheld":
    "The provider's safety check held every picture back; it does so now and then with harmless ones. Try again, or word the brief differently.",
  "input-invalid":
    "The provider did not accept the request. Nothing was made; whoever runs this studio finds the reason in the log.",
  "out-of-memory": "The provider ran out of memory. Nothing was lost; try again.",
  "timeout-starting": "The model did not start in time. Nothing was lost; try again.",
  "training-set-unreadable": "The provider could not read what was sent. Nothing was lost; try again.",
  interrupted: "The provider stopped while working. Nothing was lost; try again.",
  unknown: "The provider could not finish and did not say why. Nothing was lost; try again.",
  "provider-refused":
    "The provider did not accept the request. Whoever runs this studio finds the reason in the log.",
  "provider-no-credit":
    "The studio cannot make pictures at the moment. Nothing was made and nothing was charged; try again later.",
  "not-answered": "The provider did not answer in time. Nothing more will come of this one; try again.",
  "outputs-expired": "The finished pictures were gone before they could be copied. Try again.",
  "outputs-late":
    "The finished pictures could not be brought here yet. The studio goes on trying until the provider deletes them, and whoever runs it has been told.",
  "outputs-unusable": "What the provider delivered could not be opened as pictures. Try again.",
  "guard-refused":
    "The model this was meant for is no longer ready to run. Check the training, then try again.",
} as const;

/** A key of `generationProblems`. */
export type GenerationProblem = keyof typeof generationProblems;

/** Whether a stored code is one of the known ones. */
export const isGenerationProblem = (code: string): code is GenerationProblem =>
  Object.hasOwn(generationProblems, code);
