import type { Command } from "commander";
import type { StudioClient } from "../client/studio-client.ts";
import type {
  BalanceView,
  GenerationView,
  ModelView,
  StudioView,
  SubjectView,
  TrainingView,
} from "../client/views.ts";
import { generationHasEnded } from "../client/watch-generation.ts";
import { trainingHasEnded } from "../client/watch-training.ts";
import type { Failure } from "../failures/failure.ts";
import type { Invocation } from "../invocation.ts";
import { localTime } from "../output/local-time.ts";
import { shortened } from "../output/shortened.ts";
import { followGeneration } from "../progress/follow-generation.ts";
import { followTraining } from "../progress/follow-training.ts";
import { progressInWords } from "../progress/step-of.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";

interface Status {
  readonly server: string;
  readonly studio: StudioView;
  readonly subject: SubjectView;
  readonly balance: BalanceView;
  readonly selfieCount: number;
  readonly model: ModelView | null;
  readonly underWay: {
    readonly training: TrainingView | null;
    readonly generations: readonly GenerationView[];
  };
}

/** How many of the newest generations are looked through for those under way. */
const newestGenerations = 50;
const briefCharacters = 48;

/** `selfsame status`: where everything stands, and what is under way; waits for it if asked to. */
export function addStatus(program: Command, run: Run): void {
  program
    .command("status")
    .description("show where everything stands and what is under way")
    .option("--wait", "wait until nothing is under way any more")
    .action(({ wait }: { wait?: true }) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        const before = await readStatus(client, invocation.server);
        if (wait !== true) return { document: before, lines: linesOf(before) };
        const failure = await waitFor(client, invocation, before.underWay);
        if (invocation.interrupted.aborted)
          return { document: before, lines: [], ...(failure === null ? {} : { failure }) };
        const after = await readStatus(client, invocation.server);
        return { document: after, lines: linesOf(after), ...(failure === null ? {} : { failure }) };
      }),
    );
}

async function readStatus(client: StudioClient, server: string): Promise<Status> {
  const [studio, subject, balance, { selfies }, model, { generations }] = await Promise.all([
    client.studio.get.query(),
    client.account.get.query(),
    client.credits.balance.query(),
    client.selfies.list.query(),
    client.models.get.query(),
    client.generations.list.query({ limit: newestGenerations }),
  ]);
  return {
    server,
    studio,
    subject,
    balance,
    selfieCount: selfies.length,
    model,
    underWay: {
      training: model?.trainings.find((training) => !trainingHasEnded(training)) ?? null,
      generations: generations.filter((generation) => !generationHasEnded(generation)),
    },
  };
}

/** Waits for one after the other; all of them go on meanwhile. The first failure counts. */
async function waitFor(
  client: StudioClient,
  invocation: Invocation,
  { training, generations }: Status["underWay"],
): Promise<Failure | null> {
  let failure = training === null ? null : (await followTraining(client, invocation, training)).failure;
  for (const generation of generations) {
    if (invocation.interrupted.aborted) return failure;
    const followed = await followGeneration(client, invocation, generation);
    failure ??= followed.failure;
  }
  return failure;
}

function linesOf({ server, studio, subject, balance, selfieCount, model, underWay }: Status): string[] {
  const { consent, limits } = subject;
  const { minimum, advisedFrom, advisedTo } = limits.selfies;
  const { training, generations } = underWay;
  return [
    `Studio     ${server}${studio.simulated ? " (simulated: portraits are drawn, nothing is paid)" : ""}`,
    `Account    ${subject.email}, subject ${subject.subjectNumber}`,
    `Consent    ${consent === null ? "not given yet: selfsame consent" : `given ${localTime(consent.givenAt)}`}`,
    `Credits    ${balance.available} to spend${balance.reserved === 0 ? "" : `, ${balance.reserved} held for what is under way`}`,
    `Selfies    ${selfieCount} (at least ${minimum}, ${advisedFrom} to ${advisedTo} work best)`,
    `Model      ${modelInWords(model)}`,
    ...(training === null
      ? []
      : [`Training   ${training.id}: ${progressInWords("training", training.progress)}`]),
    ...generations.map(
      ({ progress, brief }) =>
        `Portraits  ${progressInWords("generation", progress)}: ${shortened(brief.replaceAll("\n", " "), briefCharacters)}`,
    ),
  ];
}

function modelInWords(model: ModelView | null): string {
  if (model === null) return "none yet: selfsame train";
  if (model.ready) return `${model.name}, ready`;
  const newest = model.trainings[0];
  if (newest === undefined || !trainingHasEnded(newest)) return `${model.name}, not ready yet`;
  return `${model.name}, not ready: the last training ${newest.status === "canceled" ? "was cancelled" : "failed"}`;
}
