import type { AskedGeneration } from "./ask-for-generations.ts";
import type { Aftermath, GenerationRecord, ProviderRun } from "./read-aftermath.ts";

/** Ends that a generation may have when the provider made pictures of it. */
const spoiled = new Set(["outputs-expired", "outputs-unusable", "content-withheld"]);

/** What has become of the generations that is against a promise, in words. */
export function checkGenerations(
  { generations, predictions, portraits }: Aftermath,
  asked: readonly AskedGeneration[],
): string[] {
  const byRequest = Map.groupBy(predictions, ({ input }) => requestOf(input["prompt"], input["seed"]));
  const byGeneration = Map.groupBy(portraits, (portrait) => portrait.generation_id);
  const known = new Set(generations.map(({ prompt, seed }) => requestOf(prompt, seed)));
  return [
    ...checkAsked(generations, asked),
    ...generations.flatMap((row) =>
      checkOne(
        row,
        byRequest.get(requestOf(row.prompt, row.seed)) ?? [],
        byGeneration.get(row.id)?.length ?? 0,
      ),
    ),
    ...predictions
      .filter(({ input }) => !known.has(requestOf(input["prompt"], input["seed"])))
      .map((run) => `prediction ${run.id} belongs to no generation`),
    ...predictions
      .filter(({ status }) => status === "starting" || status === "processing")
      .map((run) => `prediction ${run.id} goes on although everything has ended`),
  ];
}

/** Each request has the one generation that its person was told of, and there are no others. */
function checkAsked(generations: readonly GenerationRecord[], asked: readonly AskedGeneration[]): string[] {
  const rows = new Map(generations.map((row) => [row.id, row]));
  const wrong = asked.flatMap(({ id, userId, planned, refused, cancel }) => {
    if (id === null) return [`“${planned.brief}” was refused: ${refused ?? "?"}`];
    const row = rows.get(id);
    if (row === undefined) return [`generation ${id} is lost`];
    const says: string[] = [];
    if (row.user_id !== userId) says.push(`generation ${id} is somebody else's`);
    if (row.seed !== planned.seed) says.push(`generation ${id} is not the one that was asked for`);
    if (row.status === "canceled" && cancel === null) says.push(`generation ${id} was canceled by nobody`);
    return says;
  });
  const told = new Set(asked.map(({ id }) => id));
  const untold = generations.filter(({ id }) => !told.has(id));
  return [...wrong, ...untold.map(({ id }) => `generation ${id} exists and nobody was told`)];
}

function checkOne(row: GenerationRecord, accepted: readonly ProviderRun[], portraits: number): string[] {
  const is = `generation ${row.id} (${row.status}, ${row.error_code ?? "no problem"})`;
  const [prediction] = accepted;
  const wrong: string[] = [];
  if (row.ended_at === null) wrong.push(`${is} never ended`);
  if (row.status === "expired") wrong.push(`${is} was given up`);
  if (accepted.length > 1) wrong.push(`${is} was paid ${accepted.length} times`);
  if (prediction === undefined) {
    if (row.provider_id !== null) wrong.push(`${is} has a prediction that the provider does not know`);
    if (portraits > 0) wrong.push(`${is} has portraits of no prediction`);
    if (row.status === "succeeded") wrong.push(`${is} was never paid`);
    return wrong;
  }
  if (row.sent_at === null) wrong.push(`${is} was paid and its row says that it was never sent`);
  if (row.provider_id !== prediction.id) wrong.push(`${is} does not know its prediction ${prediction.id}`);
  if (portraits > prediction.output.length) wrong.push(`${is} has more portraits than were made`);
  if (portraits > 0 !== (row.status === "succeeded")) wrong.push(`${is} has ${portraits} portraits`);
  const isMissing = prediction.status === "succeeded" && portraits < prediction.output.length;
  if (isMissing && !spoiled.has(row.error_code ?? ""))
    wrong.push(`${is} lacks portraits: ${portraits} of ${prediction.output.length}`);
  if (prediction.status !== "succeeded" && row.status === "succeeded")
    wrong.push(`${is} of a prediction that ${prediction.status}`);
  return wrong;
}

const requestOf = (prompt: unknown, seed: unknown): string => JSON.stringify([prompt, seed]);
