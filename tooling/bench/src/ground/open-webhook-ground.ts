import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startServer } from "@selfsame/launcher";
import { startSimulator } from "@selfsame/replicate-simulator";
import { startPostgres } from "@selfsame/vitest/postgres";
import pg from "pg";
import { cloneGenerations, type ClonedGeneration } from "./clone-generations.ts";
import { bringOneGeneration } from "./bring-one-generation.ts";

/** Generations that wait for webhooks, an api process that takes them, and a database of its own for a peer. */
export interface WebhookGround extends AsyncDisposable {
  readonly apiUrl: string;
  readonly peerDatabaseUrl: string;
  readonly databaseConnections: number;
  readonly webhookSecret: string;
  /** All of them were sent, and the provider has taken them. */
  readonly generations: readonly ClonedGeneration[];
  /** As if the answer to sending had been lost: a webhook is then the first to say under which id they run. */
  readonly forget: (ids: readonly string[]) => Promise<void>;
  /** What the provider says of one of them, as it says it. */
  readonly report: (generation: ClonedGeneration, status: "processing" | "succeeded") => string;
  /** @throws when a generation is not in the state that it was told of: what was not written was not measured */
  readonly requireWritten: (ids: Readonly<Record<"storing" | "running", readonly string[]>>) => Promise<void>;
}

const token = "r8_of_the_measuring";
const webhookSecret = `whsec_${Buffer.from("a secret of the measuring, 32 by").toString("base64")}`;
const databaseConnections = 24;

/** Starts everything and prepares so many generations of so many people. */
export async function openWebhookGround(wanted: {
  readonly people: number;
  readonly generations: number;
}): Promise<WebhookGround> {
  await using disposal = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "selfsame-bench-"));
  disposal.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const postgres = await startPostgres({ outlivesPowerLoss: true });
  disposal.defer(() => postgres.stop());
  const simulator = await startSimulator({
    token,
    webhookSecret,
    speed: "instant",
    pictures: "placeholders",
    limits: "off",
  });
  disposal.defer(() => simulator.close());
  const start = async (role: "all" | "api") =>
    startServer({
      PATH: process.env["PATH"],
      ROLE: role,
      PORT: String(await freePort()),
      HOST: "127.0.0.1",
      DATA_DIR: folder,
      DATABASE_URL: postgres.url,
      DATABASE_CONNECTIONS: String(databaseConnections),
      AUTH_SECRET: "a-secret-of-the-measuring-0123456789",
      REPLICATE_API_TOKEN: token,
      REPLICATE_BASE_URL: `${simulator.url}/v1`,
      REPLICATE_SIMULATED: "true",
      RATE_LIMITED: "false",
      FACE_THREADS: "0",
      LOG_LEVEL: "error",
    });
  const preparing = await start("all");
  const generationId = await bringOneGeneration(preparing.url, simulator.faults);
  await preparing.stop();
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  disposal.defer(() => client.end());
  const generations = await cloneGenerations(client, generationId, wanted);
  await client.query("create database peer");
  await client.query("vacuum analyze");
  const api = await start("api");
  disposal.defer(api.stop);
  const template = await reportTemplate(client, simulator.url, generationId);
  const peerUrl = new URL(postgres.url);
  peerUrl.pathname = "/peer";
  const owned = disposal.move();
  return {
    apiUrl: api.url,
    peerDatabaseUrl: peerUrl.href,
    databaseConnections,
    webhookSecret,
    generations,
    forget: async (ids) => {
      await client.query("update generations set provider_id = null where id = any($1)", [ids]);
    },
    report: ({ providerId }, status) =>
      JSON.stringify({
        ...template,
        id: providerId,
        status,
        ...(status === "succeeded" ? { output: [`${simulator.url}/files/${providerId}/out-0.png`] } : {}),
      }),
    requireWritten: async (ids) => {
      for (const [status, expected] of Object.entries(ids)) {
        const { rows } = await client.query<{ count: string }>(
          "select count(*) as count from generations where id = any($1) and status = $2 and provider_id is not null",
          [expected, status],
        );
        if (Number(rows[0]?.count) !== expected.length)
          throw new Error(`${rows[0]?.count ?? "none"} of ${expected.length} generations are ${status}`);
      }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A prediction as the provider gives it, to be told of again under other ids. */
async function reportTemplate(
  client: pg.Client,
  simulatorUrl: string,
  generationId: string,
): Promise<object> {
  const { rows } = await client.query<{ provider_id: string }>(
    "select provider_id from generations where id = $1",
    [generationId],
  );
  const address = `${simulatorUrl}/v1/predictions/${rows[0]?.provider_id ?? ""}`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`The provider does not know the prediction: ${response.status}`);
  // Safe: spread and changed, it is only sent back.
  return (await response.json()) as object;
}
