import type { Command } from "commander";
import { localTime } from "../output/local-time.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

/** `selfsame whoami`: who is signed in where. */
export function addWhoami(program: Command, run: Run): void {
  program
    .command("whoami")
    .description("show who is signed in")
    .action(() =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const subject = await client.account.get.query();
        return {
          document: { server: invocation.server, subject },
          lines: [
            subject.email,
            `Subject ${subject.subjectNumber}, trigger word ${subject.triggerWord}`,
            subject.consent === null
              ? "Consent not given yet: selfsame consent"
              : `Consent given ${localTime(subject.consent.givenAt)} (text ${subject.consent.textVersion})`,
          ],
        };
      }),
    );
}
