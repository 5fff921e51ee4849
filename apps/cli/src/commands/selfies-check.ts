import { setTimeout as pause } from "node:timers/promises";
import type { Command } from "commander";
import type { StudioClient } from "../client/studio-client.ts";
import type { SelfieList } from "../client/views.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";
import { coachWords, setLines } from "../measure/coach-words.ts";
import { formatTable } from "../output/format-table.ts";
import { shortened } from "../output/shortened.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

const askEveryMs = 1_000;
const nameCharacters = 32;

/** `selfsame selfies check`: waits until the studio has judged every selfie, and says what would help. */
export function addSelfiesCheck(selfies: Command, run: Run): void {
  selfies
    .command("check")
    .description("wait until your selfies are judged, and say what the set lacks before you train")
    .action(() =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const document = await untilJudged(client, invocation);
        const rows = document.selfies.map(({ fileName, coach }) => [
          shortened(fileName, nameCharacters),
          ...coachWords(coach),
        ]);
        const isOff = document.selfies.some(({ coach }) => coach.state === "off");
        return {
          document,
          lines: [
            ...(rows.length === 0 ? ["No selfies yet."] : formatTable(["file", "verdict", "why"], rows)),
            "",
            ...(isOff
              ? ["This studio measures nothing. On your own machine: selfsame measure --selfies <folder>."]
              : setLines(document)),
          ],
        };
      }),
    );
}

async function untilJudged(client: StudioClient, { progress, interrupted }: Invocation): Promise<SelfieList> {
  const line = progress.begin("Selfies");
  for (;;) {
    const list = await client.selfies.list.query();
    const waiting = list.selfies.filter(({ coach }) => coach.state === "waiting").length;
    if (waiting === 0) {
      line.end("judged");
      return list;
    }
    line.show({
      phase: "being looked at",
      done: list.selfies.length - waiting,
      total: list.selfies.length,
    });
    await pause(askEveryMs, undefined, { signal: interrupted }).catch(() => {
      line.end("interrupted");
      throw ownFailureError("interrupted", {
        kept: "Interrupted. The studio goes on judging your selfies.",
        comeBack: "Ask again: selfsame selfies check.",
      });
    });
  }
}
