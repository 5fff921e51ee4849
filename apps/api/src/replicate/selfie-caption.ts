/**
 * The caption of every selfie in a training set, written beside the photo as `{same name}.txt`.
 *
 * It names the trigger word once, and nothing that belongs to the face: what a caption mentions is learned as
 * changeable, what it leaves out is learned as the person. Both trainers leave a captioned photo alone.
 *
 * @example
 * selfieCaption("user42585527"); // "a photo of user42585527"
 */
export const selfieCaption = (triggerWord: string): string => `a photo of ${triggerWord}`;
