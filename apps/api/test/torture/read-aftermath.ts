import pg from "pg";
import { z } from "zod";
import { providerToken } from "../create-test-studio.ts";

const generation = z.object({
  id: z.uuid(),
  user_id: z.string(),
  subject_id: z.uuid(),
  prompt: z.string(),
  seed: z.coerce.number(),
  outputs: z.number(),
  status: z.string(),
  error_code: z.string().nullable(),
  provider_id: z.string().nullable(),
  sent_at: z.date().nullable(),
  ended_at: z.date().nullable(),
  cancel_requested_at: z.date().nullable(),
});
const training = z.object({
  id: z.uuid(),
  user_id: z.string(),
  status: z.string(),
  error_code: z.string().nullable(),
  provider_id: z.string().nullable(),
  ended_at: z.date().nullable(),
});
const portrait = z.object({
  generation_id: z.uuid(),
  subject_id: z.uuid(),
  output_index: z.number(),
  sha256: z.string(),
  size_bytes: z.number(),
  content_type: z.string(),
});
const selfie = z.object({ subject_id: z.uuid(), sha256: z.string() });
const subject = z.object({
  id: z.uuid(),
  user_id: z.string(),
  trigger_word: z.string(),
  last_event_position: z.coerce.number(),
  positions: z.array(z.coerce.number()),
  /** The position of the last event of each thing. */
  last_of_each: z.array(z.coerce.number()),
});
const job = z.object({ name: z.string(), state: z.string(), count: z.number() });

/** A generation's row as the database has it. */
export type GenerationRecord = z.infer<typeof generation>;
/** A portrait's row. */
export type PortraitRecord = z.infer<typeof portrait>;

/** Everything that is left after a torture run, as the database's own superuser and the provider tell it. */
export interface Aftermath {
  readonly generations: readonly GenerationRecord[];
  readonly trainings: readonly z.infer<typeof training>[];
  readonly portraits: readonly PortraitRecord[];
  readonly selfies: readonly z.infer<typeof selfie>[];
  readonly subjects: readonly z.infer<typeof subject>[];
  /** Jobs of the queue by their name and state. */
  readonly jobs: readonly z.infer<typeof job>[];
  readonly predictions: readonly ProviderRun[];
  readonly providerTrainings: readonly ProviderRun[];
}

const run = z.object({
  id: z.string(),
  status: z.string(),
  input: z.record(z.string(), z.unknown()),
  output: z.unknown().transform((output) => z.array(z.string()).catch([]).parse(output)),
});
const page = z.object({ next: z.string().nullable(), results: z.array(run) });

/** A prediction or training as the provider's own list has it. */
export type ProviderRun = z.infer<typeof run>;

/** Looks at everything from outside, past the studio's own code. */
export async function readAftermath(databaseUrl: string, simulatorUrl: string): Promise<Aftermath> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rows = async <T>(shape: z.ZodType<T>, sql: string): Promise<T[]> =>
    z.array(shape).parse((await client.query(sql)).rows);
  try {
    return {
      generations: await rows(
        generation,
        "select g.*, s.user_id from generations g join subjects s on s.id = g.subject_id",
      ),
      trainings: await rows(
        training,
        "select t.*, s.user_id from trainings t join subjects s on s.id = t.subject_id",
      ),
      portraits: await rows(portrait, "select * from portraits order by generation_id, output_index"),
      selfies: await rows(selfie, "select * from selfies"),
      subjects: await rows(
        subject,
        `select s.*,
          array(select position from subject_events e where e.subject_id = s.id order by position) as positions,
          array(select max(position) from subject_events e where e.subject_id = s.id group by entity_id) as last_of_each
         from subjects s`,
      ),
      jobs: await rows(
        job,
        "select name, state::text, count(*)::int from pgboss.job group by name, state order by name, state",
      ),
      predictions: await listAll(simulatorUrl, "predictions"),
      providerTrainings: await listAll(simulatorUrl, "trainings"),
    };
  } finally {
    await client.end();
  }
}

async function listAll(simulatorUrl: string, kind: "predictions" | "trainings"): Promise<ProviderRun[]> {
  const all: ProviderRun[] = [];
  let next: string | null = `${simulatorUrl}/v1/${kind}`;
  while (next !== null) {
    const response: Response = await fetch(next, { headers: { authorization: `Bearer ${providerToken}` } });
    const read = page.parse(await response.json());
    all.push(...read.results);
    next = read.next;
  }
  return all;
}
