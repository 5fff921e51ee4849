import type { Command } from "commander";
import type { ConsentText, SubjectView } from "../client/views.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import type { CommandResult } from "../output/command-result.ts";
import { localTime } from "../output/local-time.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Questions } from "../session/questions.ts";
import type { Run } from "./run.ts";

interface ConsentOptions {
  readonly adult?: true;
  readonly ownFace?: true;
  readonly textVersion?: string;
}

/** `selfsame consent`: shows what is agreed to before the first photo, and agrees to it. */
export function addConsent(program: Command, run: Run): void {
  program
    .command("consent")
    .description("read what the studio stores and measures, and agree to it")
    .option("--adult", "state that you are at least 18 years old")
    .option("--own-face", "state that every photo shows your own face, and nobody else's")
    .option("--text-version <version>", "the version of the text you have read (default: the present one)")
    .action((options: ConsentOptions) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const [text, subject] = await Promise.all([
          client.account.consentText.query(),
          client.account.get.query(),
        ]);
        const wanted = options.adult === true || options.ownFace === true;
        if (!wanted && (subject.consent !== null || invocation.questions === null))
          return shown(text, subject);
        if (wanted) requireBoth(options);
        else if (invocation.questions !== null && !(await agrees(text, invocation.questions)))
          return shown(text, subject);
        const textVersion = options.textVersion ?? text.version;
        return given(
          text,
          await client.account.giveConsent.mutate({ textVersion, adult: true, ownFace: true }),
        );
      }),
    );
}

function requireBoth({ adult, ownFace }: ConsentOptions): void {
  if (adult !== true) throw ownFailureError("consent_incomplete", { field: "adult" });
  if (ownFace !== true) throw ownFailureError("consent_incomplete", { field: "own-face" });
}

async function agrees(text: ConsentText, questions: Questions): Promise<boolean> {
  questions.tell(wordsOf(text).join("\n"));
  return (
    (await questions.yes("Are you at least 18 years old?")) &&
    (await questions.yes("Does every photo show your own face alone, and do you agree to all of the above?"))
  );
}

function wordsOf({ title, version, clauses }: ConsentText): string[] {
  return [`${title} (text ${version})`, "", ...clauses.flatMap(({ text }) => [`- ${text}`])];
}

function shown(text: ConsentText, { consent }: SubjectView): CommandResult {
  const state =
    consent === null
      ? "Not agreed to yet. If both statements are true: selfsame consent --adult --own-face"
      : `Agreed to text ${consent.textVersion} on ${localTime(consent.givenAt)}.`;
  return { document: { text, consent }, lines: [...wordsOf(text), "", state] };
}

function given(text: ConsentText, { consent }: SubjectView): CommandResult {
  return {
    document: { text, consent },
    lines: [
      `Consent is given (text ${consent?.textVersion ?? text.version}).`,
      "Next: selfsame selfies add <folder>.",
    ],
  };
}
