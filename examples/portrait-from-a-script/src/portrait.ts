import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { AppRouter } from "@selfsame/api/router";
import { createTRPCClient, httpBatchLink, isTRPCClientError } from "@trpc/client";

const [brief, file] = process.argv.slice(2);
const { SELFSAME_SERVER: server = "http://127.0.0.1:4600", SELFSAME_TOKEN: token } = process.env;
const askEveryMs = 1_000;

if (brief === undefined || file === undefined || token === undefined)
  throw new Error('SELFSAME_TOKEN=selfsame_… node src/portrait.ts "by a window, rain outside" portrait.png');

const headers = { authorization: `Bearer ${token}` };
const studio = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${server}/trpc`, headers })] });

try {
  // With the same key, asking again after an unclear answer neither makes nor pays anything twice.
  let generation = await studio.generations.create.mutate({ brief, idempotencyKey: randomUUID() });
  while (generation.endedAt === null) {
    await pause(askEveryMs);
    generation = await studio.generations.get.query({ generationId: generation.id });
  }
  const [portrait] = generation.portraits;
  if (portrait === undefined) throw new Error(generation.error?.message ?? `It ended ${generation.status}.`);
  const picture = await fetch(`${server}/images/portraits/${portrait.id}/original`, { headers });
  if (!picture.ok) throw new Error(`The picture was not given: ${picture.status}`);
  await writeFile(file, await picture.bytes());
  process.stdout.write(`${file}: ${portrait.width} × ${portrait.height}, ${generation.prompt}\n`);
} catch (error) {
  // Every refusal says what happened, and what to do about it.
  if (!isTRPCClientError<AppRouter>(error) || !error.data) throw error;
  const { code, message, fix } = error.data.domain;
  process.stderr.write(`${message} ${fix} (${code})\n`);
  process.exitCode = 1;
}
