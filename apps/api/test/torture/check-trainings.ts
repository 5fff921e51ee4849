import type { Aftermath } from "./read-aftermath.ts";

/** What has become of the trainings that is against a promise, in words; each of these people asked for one. */
export function checkTrainings({ trainings, providerTrainings, subjects }: Aftermath): string[] {
  const accepted = Map.groupBy(providerTrainings, ({ input }) => String(input["trigger_word"]));
  return subjects.flatMap(({ user_id: userId, trigger_word: triggerWord }) => {
    const own = trainings.filter((row) => row.user_id === userId);
    const paid = accepted.get(triggerWord) ?? [];
    const [row] = own;
    if (row === undefined || own.length > 1) return [`${triggerWord} has ${own.length} trainings, not one`];
    const is = `training ${row.id} (${row.status}, ${row.error_code ?? "no problem"})`;
    const wrong: string[] = [];
    if (row.ended_at === null) wrong.push(`${is} never ended`);
    if (paid.length > 1) wrong.push(`${is} was paid ${paid.length} times`);
    if (row.provider_id !== (paid[0]?.id ?? null)) wrong.push(`${is} does not know what was paid for it`);
    if ((paid[0]?.status === "succeeded") !== (row.status === "ready"))
      wrong.push(`${is} of a training that ${paid[0]?.status ?? "was never sent"}`);
    return wrong;
  });
}
