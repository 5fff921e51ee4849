/**
 * The caption of every selfie in a training set.
 *
 * It names the trigger word once, and nothing that belongs to the face: what a caption mentions is learned as
 * changeable, what it leaves out is learned as the person. Both trainers leave a captioned photo alone, where their
 * own captions forget the trigger word in a quarter to a half of the photos.
 *
 * @example
 * selfieCaption("user42585527"); // "a photo of user42585527"
 */
export const selfieCaption = (triggerWord: string): string => `a photo of ${triggerWord}`;
