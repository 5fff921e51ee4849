import { type ExitCode, exitCodes } from "./exit-code.ts";
import { type Failure, FailureError } from "./failure.ts";

interface Explanation {
  readonly exitCode: ExitCode;
  readonly message: string;
  readonly fix: string;
  readonly field?: string;
}

const explainedBy = <TDetails>(explain: (details: TDetails) => Explanation) => explain;

const { unexpected, badInput, notSignedIn, refused, unavailable, notReached, interrupted } = exitCodes;

/** Every failure the terminal itself can find, by code, in words for the person. */
const ownFailures = {
  usage: explainedBy<{ reason: string; help: string; field?: string }>(({ reason, help, field }) => ({
    exitCode: badInput,
    message: reason,
    fix: `See ${help}.`,
    ...(field === undefined ? {} : { field }),
  })),
  server_address_invalid: explainedBy<{ given: string }>(({ given }) => ({
    exitCode: badInput,
    message: `${given} is not the address of a studio.`,
    fix: "Give one that begins with http:// or https://, such as http://127.0.0.1:4600.",
    field: "server",
  })),
  address_not_trusted: explainedBy<{ server: string }>(({ server }) => ({
    exitCode: refused,
    message: `The studio does not let anybody in under the address ${server}.`,
    fix: "Use the address it printed when it started. Whoever runs it can name another one in PUBLIC_URL.",
    field: "server",
  })),
  export_unavailable: explainedBy<{ status: number }>(({ status }) => ({
    exitCode: unavailable,
    message: `The studio did not give the archive (${status}).`,
    fix: "Nothing was written. Try again in a few minutes; one archive at a time is made for you.",
  })),
  export_broken: explainedBy<{ reason: string }>(({ reason }) => ({
    exitCode: unavailable,
    message: `The archive did not come through whole: ${reason}.`,
    fix: "Nothing was left behind. Try again; if it stays, tell whoever runs the studio.",
  })),
  conversation_missing: explainedBy<Record<string, never>>(() => ({
    exitCode: badInput,
    message: "Nothing was said to Maya yet.",
    fix: 'Begin a conversation: selfsame maya say "for the jacket of my book, calm".',
    field: "conversation",
  })),
  card_missing: explainedBy<{ number: number; cards: number }>(({ number, cards }) => ({
    exitCode: badInput,
    message:
      cards === 0
        ? "There are no cards in this conversation."
        : `There is no card ${number}: the last answer with cards has ${cards}.`,
    fix: "See them with selfsame maya show.",
    field: "card",
  })),
  answer_refused: explainedBy<{ reason: string; fix: string }>(({ reason, fix }) => ({
    exitCode: refused,
    message: reason,
    fix,
    field: "words",
  })),
  shoot_unavailable: explainedBy<{ status: number }>(({ status }) => ({
    exitCode: badInput,
    message: `The studio has nothing to download for this shoot (${status}).`,
    fix: "See your shoots with selfsame photoshoot status; the first portrait must be there.",
    field: "shoot",
  })),
  shoot_incomplete: explainedBy<{ ready: number; asked: number }>(({ ready, asked }) => ({
    exitCode: notReached,
    message: `${ready} of ${asked} portraits of the shoot came.`,
    fix: "Credits for the others were given back. Take single shots again: selfsame photoshoot retry.",
  })),
  collection_unknown: explainedBy<{ collection: string }>(({ collection }) => ({
    exitCode: badInput,
    message: `There is no collection ${collection}.`,
    fix: "See which there are: selfsame photoshoot collections.",
    field: "collection",
  })),
  shot_unknown: explainedBy<{ shot: string }>(({ shot }) => ({
    exitCode: badInput,
    message: `The shoot has no shot ${shot}.`,
    fix: "Name it by its number or its id, as selfsame photoshoot status shows them.",
    field: "shot",
  })),
  email_missing: explainedBy<{ command: "sign-in" | "sign-up" }>(({ command }) => ({
    exitCode: badInput,
    message: "The e-mail address is missing.",
    fix: `Put it behind the command: selfsame ${command} you@example.org.`,
    field: "email",
  })),
  email_invalid: explainedBy<Record<string, never>>(() => ({
    exitCode: badInput,
    message: "This is not an e-mail address.",
    fix: "Check it for a missing @ or a space.",
    field: "email",
  })),
  email_not_confirmed: explainedBy<Record<string, never>>(() => ({
    exitCode: notSignedIn,
    message: "The account is there, and its e-mail address is not confirmed yet.",
    fix: "Open the link in the mail that was sent, then run selfsame sign-in, which also sends it again.",
    field: "email",
  })),
  email_taken: explainedBy<Record<string, never>>(() => ({
    exitCode: badInput,
    message: "There is an account with this e-mail address already.",
    fix: "Sign in instead: selfsame sign-in.",
    field: "email",
  })),
  password_missing: explainedBy<Record<string, never>>(() => ({
    exitCode: badInput,
    message: "The password is missing, and there is no terminal to ask for it.",
    fix: "Pipe it in with --password-stdin, or set SELFSAME_PASSWORD.",
    field: "password",
  })),
  password_too_short: explainedBy<{ minimum: number }>(({ minimum }) => ({
    exitCode: badInput,
    message: "The password is too short.",
    fix: `Choose one with at least ${minimum} characters.`,
    field: "password",
  })),
  password_too_long: explainedBy<Record<string, never>>(() => ({
    exitCode: badInput,
    message: "The password is longer than the studio takes.",
    fix: "Choose a shorter one.",
    field: "password",
  })),
  passwords_differ: explainedBy<Record<string, never>>(() => ({
    exitCode: badInput,
    message: "The two passwords are not the same.",
    fix: "Run the command again and type the same one twice.",
    field: "password",
  })),
  wrong_password: explainedBy<Record<string, never>>(() => ({
    exitCode: notSignedIn,
    message: "The e-mail address or the password is wrong.",
    fix: "Check both and try again. A new account is made with selfsame sign-up.",
    field: "password",
  })),
  too_many_attempts: explainedBy<{ seconds: number | null }>(({ seconds }) => ({
    exitCode: unavailable,
    message: "Too many attempts in a short time.",
    fix: seconds === null ? "Wait a moment and try again." : `Wait ${seconds} seconds and try again.`,
  })),
  not_signed_in: explainedBy<{ server: string }>(({ server }) => ({
    exitCode: notSignedIn,
    message: `You are not signed in at ${server}.`,
    fix: "Sign in first: selfsame sign-in.",
  })),
  sessions_unreadable: explainedBy<{ file: string; reason: string }>(({ file, reason }) => ({
    exitCode: notSignedIn,
    message: `The sessions kept in ${file} cannot be read (${reason}).`,
    fix: "Make the file readable, or remove it and sign in again.",
  })),
  sessions_unwritable: explainedBy<{ file: string; reason: string }>(({ file, reason }) => ({
    exitCode: unexpected,
    message: `The session cannot be kept in ${file} (${reason}).`,
    fix: "Make the folder writable, or name another one in SELFSAME_CONFIG_DIR.",
  })),
  consent_incomplete: explainedBy<{ field: "adult" | "own-face" }>(({ field }) => ({
    exitCode: badInput,
    message: "Both statements are needed: that you are an adult, and that every photo shows your own face.",
    fix: "Read the text with selfsame consent. If both are true, run selfsame consent --adult --own-face.",
    field,
  })),
  path_unreadable: explainedBy<{ path: string; reason: string }>(({ path, reason }) => ({
    exitCode: badInput,
    message: `${path} cannot be read (${reason}).`,
    fix: "Check the path and whether the file may be read.",
    field: "paths",
  })),
  path_not_a_file: explainedBy<{ path: string }>(({ path }) => ({
    exitCode: badInput,
    message: `${path} is neither a file nor a folder.`,
    fix: "Name photos, or a folder with photos in it.",
    field: "paths",
  })),
  folder_without_pictures: explainedBy<{ path: string }>(({ path }) => ({
    exitCode: badInput,
    message: `There are no pictures in ${path}.`,
    fix: "A folder's own JPEG, PNG, WebP and HEIC files are sent, not those of folders inside it. Files that are named one by one are sent whatever they are called.",
    field: "paths",
  })),
  selfies_refused: explainedBy<{ refused: number; of: number; exitCode: ExitCode }>(
    ({ refused: count, of, exitCode }) => ({
      exitCode,
      message: `${count} of ${of} files were refused, each for the reason that stands with it.`,
      fix: "Mend or leave out what is named, then run the same command again: what is there already is recognised.",
      field: "paths",
    }),
  ),
  references_unmeasurable: explainedBy<{ reasons: readonly string[] }>(({ reasons }) => ({
    exitCode: badInput,
    message: `None of the references shows one face that can be measured. ${reasons.slice(0, 3).join("; ")}.`,
    fix: "Name a folder with photos that show the person alone, large and from the front.",
    field: "references",
  })),
  references_mixed: explainedBy<Record<string, never>>(() => ({
    exitCode: badInput,
    message: "The references are photographs and simulated pictures together; the two are never compared.",
    fix: "Keep them in folders of their own.",
    field: "references",
  })),
  networks_unavailable: explainedBy<Record<string, never>>(() => ({
    exitCode: unavailable,
    message: "The face networks are missing or did not answer, so that not everything was measured.",
    fix: "Run npm start in the repository once: it installs them. Then run the command again.",
  })),
  folder_unwritable: explainedBy<{ path: string; reason: string; field: "output" | "download" }>(
    ({ path, reason, field }) => ({
      exitCode: badInput,
      message: `Nothing can be saved in ${path} (${reason}).`,
      fix: "Name a folder that can be written to.",
      field,
    }),
  ),
  picture_unavailable: explainedBy<{ portraitId: string; status: number }>(({ portraitId, status }) => ({
    exitCode: unavailable,
    message: `The picture of portrait ${portraitId} could not be fetched (${status}).`,
    fix: "It stays in the gallery. Try again: selfsame gallery --download.",
  })),
  training_failed: explainedBy<{ reason: string | null }>(({ reason }) => ({
    exitCode: notReached,
    message: reason ?? "The training failed, and the studio does not know why.",
    fix: "Your selfies are still there. Start again: selfsame train.",
  })),
  training_canceled: explainedBy<Record<string, never>>(() => ({
    exitCode: notReached,
    message: "The training was cancelled before it was ready.",
    fix: "Your selfies are still there. Start again: selfsame train.",
  })),
  training_gone: explainedBy<{ trainingId: string }>(({ trainingId }) => ({
    exitCode: notReached,
    message: `Training ${trainingId} is no longer there.`,
    fix: "It was deleted with its account, or you are signed in as somebody else: selfsame whoami.",
  })),
  design_unreadable: explainedBy<{ path: string }>(({ path }) => ({
    exitCode: badInput,
    message: `${path} is not JSON.`,
    fix: "Write a design as selfsame lab ready --json prints one.",
    field: "design",
  })),
  experiment_stopped: explainedBy<{ reason: string }>(({ reason }) => ({
    exitCode: notReached,
    message: `The experiment stopped before it was complete. ${reason}`,
    fix: "What there is stands: selfsame lab verdict. Go on with selfsame lab resume.",
  })),
  generation_failed: explainedBy<{ reason: string | null }>(({ reason }) => ({
    exitCode: notReached,
    message: reason ?? "The generation ended without a portrait, and the studio does not know why.",
    fix: "Your model is untouched. Run the command again, or word the brief differently.",
  })),
  generation_canceled: explainedBy<Record<string, never>>(() => ({
    exitCode: notReached,
    message: "The generation was cancelled.",
    fix: "Run the command again if you want the portraits after all.",
  })),
  portraits_withheld: explainedBy<{ withheld: number; asked: number }>(({ withheld, asked }) => ({
    exitCode: notReached,
    message: `${withheld} of ${asked} portraits were withheld by the provider.`,
    fix: "The others are in the gallery. Run the command again, or word the brief differently.",
  })),
  server_unreachable: explainedBy<{ server: string }>(({ server }) => ({
    exitCode: unavailable,
    message: `No studio answers at ${server}.`,
    fix: "Start it with npm start, or name another one with --server. What the studio has begun goes on: selfsame status shows it.",
  })),
  server_not_understood: explainedBy<{ server: string; status: number | null }>(({ server, status }) => ({
    exitCode: unavailable,
    message: `What answers at ${server} is not a studio that this program knows${status === null ? "" : ` (HTTP ${status})`}.`,
    fix: "Check the address. If it is right, the studio and this program may be of different versions.",
  })),
  interrupted: explainedBy<{ kept: string; comeBack: string }>(({ kept, comeBack }) => ({
    exitCode: interrupted,
    message: kept,
    fix: comeBack,
  })),
  unexpected: explainedBy<{ reason: string }>(({ reason }) => ({
    exitCode: unexpected,
    message: `Something went wrong in this program: ${reason}`,
    fix: "Run it again. If it stays, tell whoever looks after it what you ran.",
  })),
} satisfies Record<string, (details: never) => Explanation>;

/** The closed set of failures the terminal finds itself. */
export type OwnFailureCode = keyof typeof ownFailures;

/** What a failure of one code carries. */
type OwnFailureDetails<TCode extends OwnFailureCode> = Parameters<(typeof ownFailures)[TCode]>[0];

/**
 * Puts one of the terminal's own failures into words.
 *
 * @example
 * ownFailure("path_not_a_file", { path: "/dev/null" }).exitCode; // 2
 */
export function ownFailure<TCode extends OwnFailureCode>(
  code: TCode,
  details: OwnFailureDetails<TCode>,
): Failure {
  // Safe: the details are those of this very code; the table's union type cannot say so.
  const explain = ownFailures[code] as (details: OwnFailureDetails<TCode>) => Explanation;
  const { exitCode, message, fix, field } = explain(details);
  return { code, message, fix, field: field ?? null, exitCode };
}

/** One of the terminal's own failures, to be thrown. */
export function ownFailureError<TCode extends OwnFailureCode>(
  code: TCode,
  details: OwnFailureDetails<TCode>,
  options?: ErrorOptions,
): FailureError {
  return new FailureError(ownFailure(code, details), options);
}
