/** What a person reads: what happened, and what to do about it. */
interface Explanation {
  readonly message: string;
  readonly fix: string;
  /** The field of the input that is at fault, where there is one. */
  readonly field?: string;
}

const explainedBy = <TDetails>(explain: (details: TDetails) => Explanation) => explain;

/**
 * Every failure the studio expects, by code, with the details it carries and its words for the person. A code that
 * is missing here cannot be thrown, and one that is missing in `trpc/trpc-codes.ts` does not compile.
 */
export const domainErrors = {
  unauthenticated: explainedBy<Record<string, never>>(() => ({
    message: "You are not signed in.",
    fix: "Sign in and try again; nothing was lost.",
  })),
  origin_refused: explainedBy<Record<string, never>>(() => ({
    message: "This request came from another site.",
    fix: "Open the studio's own page and try again from there.",
  })),
  token_refused: explainedBy<Record<string, never>>(() => ({
    message: "This access token does not work: it is not known, was revoked or has run out.",
    fix: "Make another one in the room You, or with selfsame token make.",
  })),
  token_scope_missing: explainedBy<{ scope: string }>(({ scope }) => ({
    message: `This access token may not do that: it lacks the scope “${scope}”.`,
    fix: `Make a token that has it, in the room You or with selfsame token make --scope ${scope}.`,
  })),
  token_not_enough: explainedBy<Record<string, never>>(() => ({
    message: "No access token may do that.",
    fix: "Sign in yourself: credentials, tokens, consent and deletion are for nobody else.",
  })),
  token_limit_reached: explainedBy<{ maximum: number }>(({ maximum }) => ({
    message: `There are ${maximum} access tokens already, which is the most.`,
    fix: "Revoke one that is no longer used, then make this one.",
  })),
  account_closing: explainedBy<Record<string, never>>(() => ({
    message: "This account is being deleted.",
    fix: "Nothing more can be made with it. You can make a new account at any time.",
  })),
  account_suspended: explainedBy<{ reason: string }>(({ reason }) => ({
    message: `Whoever runs this studio lets this account make nothing new: ${reason}`,
    fix: "What you have stays yours: you can look at it, export it and delete it. Write to them about the rest.",
  })),
  consent_missing: explainedBy<Record<string, never>>(() => ({
    message: "Your consent is needed before the first photo.",
    fix: "Read what is stored and measured, agree to it, then upload again.",
  })),
  consent_text_outdated: explainedBy<{ current: string; given: string }>(({ current }) => ({
    message: "The consent text has changed since this page was opened.",
    fix: `Reload the page and read the present text (version ${current}).`,
    field: "textVersion",
  })),
  not_found: explainedBy<{ what: string }>(({ what }) => ({
    message: `There is no such ${what} of yours.`,
    fix: "It may have been removed. Reload the page to see what there is.",
  })),
  selfie_empty: explainedBy<Record<string, never>>(() => ({
    message: "The file is empty.",
    fix: "Choose the photo again; it may not have finished copying.",
    field: "file",
  })),
  selfie_not_an_image: explainedBy<Record<string, never>>(() => ({
    message: "The file is not a picture, whatever its name says.",
    fix: "Choose a JPEG, PNG, WebP or HEIC photo.",
    field: "file",
  })),
  selfie_type_unsupported: explainedBy<{ contentType: string }>(({ contentType }) => ({
    message: `Pictures of type ${contentType} are not taken.`,
    fix: "Save it as JPEG, PNG or WebP and upload that.",
    field: "file",
  })),
  selfie_too_many_bytes: explainedBy<{ sizeBytes: number; maximumBytes: number }>(({ maximumBytes }) => ({
    message: `The file is larger than ${Math.floor(maximumBytes / 1_000_000)} MB.`,
    fix: "Export the photo smaller, or as JPEG, and upload that.",
    field: "file",
  })),
  selfie_too_small: explainedBy<{ width: number; height: number; minimumEdgePixels: number }>(
    ({ width, height, minimumEdgePixels }) => ({
      message: `The picture has ${width} × ${height} pixels; at least ${minimumEdgePixels} are needed on its short side.`,
      fix: "Use the original photo rather than a preview or a crop.",
      field: "file",
    }),
  ),
  selfie_too_many_pixels: explainedBy<{
    width: number;
    height: number;
    maximumEdgePixels: number;
    maximumPixels: number;
  }>(({ width, height }) => ({
    message: `The picture has ${width} × ${height} pixels, more than the studio opens.`,
    fix: "Export the photo at 4,000 pixels or less on its long side.",
    field: "file",
  })),
  selfie_undecodable: explainedBy<Record<string, never>>(() => ({
    message: "The picture is damaged or cut off and cannot be opened.",
    fix: "Open it on your device to check it, then upload it again.",
    field: "file",
  })),
  selfie_animated: explainedBy<Record<string, never>>(() => ({
    message: "The file is an animation, not a single photo.",
    fix: "Upload a still photo.",
    field: "file",
  })),
  selfie_duplicate: explainedBy<{ fileName: string; selfieId: string }>(({ fileName }) => ({
    message: `This is the same photo as ${fileName}.`,
    fix: "Nothing to do: it is there already. A different photo would teach the model more.",
    field: "file",
  })),
  selfie_limit_reached: explainedBy<{ maximum: number }>(({ maximum }) => ({
    message: `There are ${maximum} selfies already, which is the most.`,
    fix: "Remove one that says less about your face, then add this one.",
    field: "file",
  })),
  selfie_in_training: explainedBy<{ trainingId: string }>(() => ({
    message: "This selfie is being sent to a training right now.",
    fix: "Wait until the training has started, or cancel it, then remove the selfie.",
    field: "selfieId",
  })),
  training_too_few_selfies: explainedBy<{ have: number; need: number; leftOut: number }>(
    ({ have, need, leftOut }) => ({
      message: `There ${have === 1 ? "is 1 selfie" : `are ${have} selfies`}${
        leftOut === 0 ? "" : ` with one single face, and ${leftOut} without`
      }; a training needs at least ${need}.`,
      fix: `Add ${need - have} more. 10 to 20 in different light and from different sides work best.`,
    }),
  ),
  training_already_running: explainedBy<{ trainingId: string }>(() => ({
    message: "A training is under way already.",
    fix: "Wait for it to end, or cancel it first.",
  })),
  training_not_cancelable: explainedBy<{ status: string }>(({ status }) => ({
    message: `This training has ended (${status}) and cannot be cancelled.`,
    fix: "Nothing to do.",
  })),
  training_not_ready: explainedBy<{ status: string }>(({ status }) => ({
    message: `This training is not ready (${status}), so its version cannot be used.`,
    fix: "Choose one that is ready.",
    field: "trainingId",
  })),
  model_missing: explainedBy<Record<string, never>>(() => ({
    message: "There is no model of your face yet.",
    fix: "Add at least 5 selfies and start the training; portraits follow when it is ready.",
  })),
  model_not_ready: explainedBy<{ status: string }>(({ status }) => ({
    message: `The model of your face is not ready yet (${status}).`,
    fix: "Wait until the training has ended; the brief is kept on this page until then.",
  })),
  brief_empty: explainedBy<Record<string, never>>(() => ({
    message: "The brief is empty.",
    fix: "Say in a few words what the portrait should show.",
    field: "brief",
  })),
  brief_too_long: explainedBy<{ length: number; maximum: number }>(({ length, maximum }) => ({
    message: `The brief has ${length} characters; ${maximum} is the most.`,
    fix: "Shorten it: what comes first counts most.",
    field: "brief",
  })),
  prompt_refused: explainedBy<{ code: string; reason: string; refusedField: string }>(
    ({ reason, refusedField }) => ({
      message: reason,
      fix: "Change the brief and try again; nothing was sent.",
      field: refusedField,
    }),
  ),
  profile_refused: explainedBy<{ code: string; reason: string }>(({ reason }) => ({
    message: reason,
    fix: "Describe yourself in other words; what was saved before is unchanged.",
    field: "profile",
  })),
  preset_unknown: explainedBy<{ presetId: string }>(({ presetId }) => ({
    message: `There is no preset called ${presetId}.`,
    fix: "Choose one of the presets the page offers.",
    field: "presetId",
  })),
  parameter_out_of_bounds: explainedBy<{ parameter: string; reason: string }>(({ parameter, reason }) => ({
    message: reason,
    fix: "Choose a value inside the bounds.",
    field: parameter,
  })),
  guard_refused: explainedBy<{ code: string; reason: string }>(({ reason }) => ({
    message: reason,
    fix: "Train a model of your own face, or wait until it is ready.",
  })),
  collection_refused: explainedBy<{ code: string; reason: string; path: string | null }>(({ reason }) => ({
    message: reason,
    fix: "Correct what is named and try again; nothing was taken in.",
    field: "file",
  })),
  design_refused: explainedBy<{ reason: string; refusedField: string }>(({ reason, refusedField }) => ({
    message: reason,
    fix: "Change the design and try again; nothing was started and nothing was charged.",
    field: refusedField,
  })),
  budget_too_small: explainedBy<{ budget: number; need: number }>(({ budget, need }) => ({
    message: `A budget of ${budget === 1 ? "1 credit" : `${budget} credits`} is too small: ${need} are needed for the next pair.`,
    fix: "Raise the budget, or compare fewer arms; nothing was started.",
    field: "budgetCredits",
  })),
  experiment_not_running: explainedBy<{ status: string }>(({ status }) => ({
    message: `This experiment does not run (${status}).`,
    fix: "Nothing to do.",
  })),
  experiment_not_resumable: explainedBy<{ reason: string }>(({ reason }) => ({
    message: reason,
    fix: "What there is stands and can be read. Start a new experiment for more.",
  })),
  ballot_unknown: explainedBy<Record<string, never>>(() => ({
    message: "There is no such vote to cast.",
    fix: "Its portraits may not be there yet. Reload the page for the next one.",
    field: "ballot",
  })),
  arm_no_preset: explainedBy<{ reason: string }>(({ reason }) => ({
    message: reason,
    fix: "Choose an arm without a realism layer; your default preset is unchanged.",
    field: "arm",
  })),
  collection_changed: explainedBy<{ version: number }>(() => ({
    message: "This collection was changed elsewhere since it was opened here.",
    fix: "Nothing was overwritten. Reload the page, then make your change again.",
    field: "version",
  })),
  collection_limit_reached: explainedBy<{ maximum: number }>(({ maximum }) => ({
    message: `There are ${maximum} collections of yours already, which is the most.`,
    fix: "Delete one that is not needed any more; its portraits stay.",
  })),
  shot_under_way: explainedBy<Record<string, never>>(() => ({
    message: "This shot is being taken right now.",
    fix: "Wait until it has ended, or cancel it, then take it again.",
    field: "shotId",
  })),
  nothing_to_download: explainedBy<Record<string, never>>(() => ({
    message: "There is no portrait of this shoot yet.",
    fix: "Wait until the first one is there.",
  })),
  pair_not_comparable: explainedBy<{ reason: string }>(({ reason }) => ({
    message: reason,
    fix: "Make both again: the plain one and the enhanced one, side by side.",
    field: "portraitId",
  })),
  generation_not_cancelable: explainedBy<{ status: string }>(({ status }) => ({
    message: `This generation has ended (${status}) and cannot be cancelled.`,
    fix: "Nothing to do.",
  })),
  conversation_answering: explainedBy<Record<string, never>>(() => ({
    message: "Maya is still answering.",
    fix: "Wait until she has ended, or stop her; what you wrote is still here.",
  })),
  conversation_full: explainedBy<{ turns: number }>(({ turns }) => ({
    message: `This conversation has ${turns} turns, which is the most.`,
    fix: "Begin a new one; this one stays as it is.",
  })),
  turn_missing: explainedBy<Record<string, never>>(() => ({
    message: "Nothing was said here yet.",
    fix: "Say what the picture should show.",
  })),
  turn_in_use: explainedBy<Record<string, never>>(() => ({
    message: "Portraits were made from this answer, so it stays as it is.",
    fix: "Write a new turn below; it goes on from here.",
  })),
  proposal_outdated: explainedBy<Record<string, never>>(() => ({
    message: "This is not what Maya proposes any more: something was kept, thrown away or measured since.",
    fix: "Look at what she proposes now; nothing was changed.",
  })),
  card_refused: explainedBy<{ code: string; reason: string }>(({ reason }) => ({
    message: reason,
    fix: "Change the card and try again; what was on it before is unchanged.",
    field: "card",
  })),
  card_changed: explainedBy<{ cost: number; shown: number }>(({ cost }) => ({
    message: `This card has changed since it was shown: it costs ${cost === 1 ? "1 credit" : `${cost} credits`} now.`,
    fix: "Nothing was made and nothing was charged. Look at the card again, then make it.",
  })),
  credits_insufficient: explainedBy<{ have: number; need: number }>(({ have, need }) => ({
    message: `This costs ${need === 1 ? "1 credit" : `${need} credits`}; you have ${have === 1 ? "1" : have} to spend.`,
    fix:
      have === 0
        ? "Nothing was started. Credits that are held for work under way come back when it fails or is cancelled."
        : `Nothing was started. Ask for something smaller: up to ${have === 1 ? "1 credit is" : `${have} credits are`} there.`,
  })),
  monthly_cap_reached: explainedBy<{
    cap: number;
    spent: number;
    need: number;
    setBy: "you" | "studio";
    resetsAt: string;
  }>(({ cap, spent, need, setBy, resetsAt }) => ({
    message: `This costs ${need}, and ${spent} of the ${cap} credits for this month ${setBy === "you" ? "that you allow yourself" : "that this studio allows"} are spent.`,
    fix:
      setBy === "you"
        ? `Nothing was started. Raise your monthly limit, or go on from ${resetsAt.slice(0, 10)}.`
        : `Nothing was started. Go on from ${resetsAt.slice(0, 10)}.`,
  })),
  studio_limit_reached: explainedBy<{ resetsAt: string }>(({ resetsAt }) => ({
    message: "The studio has made all it makes in a day.",
    fix: `Nothing was started and nothing was charged. Try again after ${resetsAt}.`,
  })),
  studio_paused: explainedBy<{ reason: string; since: string }>(({ reason }) => ({
    message: `The studio takes no new work at the moment: ${reason}`,
    fix: "Nothing was started and nothing was charged. What is under way goes on; try again later.",
  })),
  measuring_off: explainedBy<Record<string, never>>(() => ({
    message: "Nothing is measured in this studio, so portraits have no likeness to be sorted by.",
    fix: "Leave the sorting out: the newest come first. Who runs the studio can turn measuring on.",
    field: "sort",
  })),
  provider_unavailable: explainedBy<Record<string, never>>(() => ({
    message: "The service that makes the pictures does not answer.",
    fix: "Nothing was lost. Try again in a few minutes.",
  })),
  provider_refused: explainedBy<{ reason: string }>(() => ({
    message: "The service that makes the pictures did not accept this.",
    fix: "Nothing was charged. Tell whoever runs this studio; the log has the reason.",
  })),
  provider_no_credit: explainedBy<Record<string, never>>(() => ({
    message: "The studio cannot make pictures at the moment.",
    fix: "Nothing was lost. Whoever runs this studio has to look after its account; try again later.",
  })),
  download_under_way: explainedBy<Record<string, never>>(() => ({
    message: "An archive of your portraits is being made already.",
    fix: "Wait until it has arrived, or stop it, then ask again.",
  })),
  rate_limited: explainedBy<{ retryAt: string }>(({ retryAt }) => ({
    message: "Too many requests in a short time.",
    fix: `Wait until ${retryAt} and try again.`,
  })),
  storage_unavailable: explainedBy<Record<string, never>>(() => ({
    message: "The studio cannot store pictures right now.",
    fix: "Nothing was half stored. Try again in a few minutes.",
  })),
  input_invalid: explainedBy<{ issues: { path: string; message: string }[] }>(({ issues }) => ({
    message: issues.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; "),
    fix: "Correct what is named and try again; nothing was done.",
    ...(issues[0] !== undefined && issues[0].path !== "" ? { field: issues[0].path } : {}),
  })),
  internal: explainedBy<{ requestId: string }>(({ requestId }) => ({
    message: "Something went wrong on our side.",
    fix: `Try again. If it stays, tell whoever runs this studio the number ${requestId}.`,
  })),
} satisfies Record<string, (details: never) => Explanation>;

/** The closed set of failures. */
export type DomainErrorCode = keyof typeof domainErrors;

/** What a failure of one code carries. */
export type DomainErrorDetails<TCode extends DomainErrorCode> = Parameters<(typeof domainErrors)[TCode]>[0];
