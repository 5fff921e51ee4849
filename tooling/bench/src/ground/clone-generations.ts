import { randomUUID } from "node:crypto";
import type { Client } from "pg";

/** One more generation like the one that was made by hand. */
export interface ClonedGeneration {
  readonly id: string;
  readonly providerId: string;
}

const firstSubjectNumber = 2_000_000_000;

/** Copies the one generation, its person and model included: so many people, and so many generations among them. */
export async function cloneGenerations(
  client: Client,
  generationId: string,
  { people, generations }: { readonly people: number; readonly generations: number },
): Promise<readonly ClonedGeneration[]> {
  const { rows } = await client.query<Record<"subject" | "training" | "set" | "model" | "user", string>>(
    `select g.subject_id as subject, g.training_id as training, t.training_set_id as set, t.model_id as model,
       s.user_id as user
     from generations g join trainings t on t.id = g.training_id join subjects s on s.id = g.subject_id
     where g.id = $1`,
    [generationId],
  );
  const [from] = rows;
  if (from === undefined) throw new Error("There is no generation to copy");
  const copy = (table: string, id: string, over: object) =>
    client.query(
      `insert into ${table} select (jsonb_populate_record(t, $2::jsonb)).* from ${table} t where id = $1`,
      [id, JSON.stringify(over)],
    );
  const cloned: ClonedGeneration[] = [];
  await client.query("begin");
  for (let person = 0; person < people; person += 1) {
    const number = String(firstSubjectNumber + person);
    const [subject, training, set, model, user] = Array.from({ length: 5 }, () => randomUUID());
    const owner = { subject_id: subject };
    await copy("users", from.user, { id: user, email: `${number}@example.org` });
    await copy("subjects", from.subject, {
      id: subject,
      user_id: user,
      subject_number: number,
      trigger_word: `user${number}`,
      last_event_position: 0,
    });
    await copy("training_sets", from.set, { ...owner, id: set });
    await copy("portrait_models", from.model, {
      ...owner,
      id: model,
      name: `simulated/${number}-selfie-lora`,
      active_training_id: null,
    });
    await copy("trainings", from.training, {
      ...owner,
      id: training,
      model_id: model,
      training_set_id: set,
      provider_id: null,
      idempotency_key: null,
    });
    await client.query("update portrait_models set active_training_id = $2 where id = $1", [model, training]);
    const own = Math.ceil((generations - cloned.length) / (people - person));
    const ids = Array.from({ length: own }, () => ({
      id: randomUUID(),
      providerId: randomUUID().replaceAll("-", ""),
    }));
    await client.query(
      `insert into generations select (jsonb_populate_record(g, $2::jsonb || jsonb_build_object(
           'id', fresh->>'id', 'provider_id', fresh->>'providerId'))).*
       from generations g, jsonb_array_elements($3::jsonb) fresh where g.id = $1`,
      [
        generationId,
        JSON.stringify({ ...owner, training_id: training, idempotency_key: null }),
        JSON.stringify(ids),
      ],
    );
    cloned.push(...ids);
  }
  await client.query("commit");
  // One after the other of all people, as they come.
  return cloned.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
