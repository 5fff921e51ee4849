import { setTimeout as pause } from "node:timers/promises";
import type { Figure, Measured } from "../figure.ts";
import { openWebhookGround, type WebhookGround } from "../ground/open-webhook-ground.ts";
import { startPeer } from "../peers/start-peer.ts";
import { type Sent, sendAll } from "../send-all.ts";
import { signWebhook } from "../sign-webhook.ts";

const rounds = 5;
const generationsOfRound = 400;
/** What is not counted: code is compiled, connections are opened, and each subject's log begins. */
const warmUpGenerations = 200;
const people = 100;
const connections = 48;
/** Two kinds of generations: those whose request was answered, and those that a webhook tells of first. */
const kinds = ["known", "news"] as const;
const prepared = warmUpGenerations + rounds * generationsOfRound;

/** DESIGN, section 8: webhooks verified and durably written, at least 1,000 a second on PostgreSQL. */
export const webhooksWritten: Figure = {
  name: "webhooks-written",
  about: `webhooks verified and durably written, by one api process over ${connections} connections, for ${people} subjects.`,
  measure: async () => {
    await using ground = await openWebhookGround({ people, generations: prepared * kinds.length });
    const peer = await startPeer("bare-webhook-server.ts", [
      ground.peerDatabaseUrl,
      ground.webhookSecret,
      String(ground.databaseConnections),
    ]);
    try {
      return await measureRounds(ground, peer.url);
    } finally {
      await peer.stop();
    }
  },
};

const measureRounds = async (ground: WebhookGround, peerUrl: string): Promise<readonly Measured[]> => {
  const samples = {
    ends: [] as number[],
    starts: [] as number[],
    news: [] as number[],
    peer: [] as number[],
  };
  const known = ground.generations.slice(0, prepared);
  const news = ground.generations.slice(prepared);
  await ground.forget(news.map(({ id }) => id));
  for (let round = 0; round <= rounds; round += 1) {
    const from = round === 0 ? 0 : warmUpGenerations + (round - 1) * generationsOfRound;
    const until = warmUpGenerations + round * generationsOfRound;
    const told = (list: typeof known, status: "processing" | "succeeded") =>
      list.slice(from, until).map((generation): Sent => {
        const body = ground.report(generation, status);
        const path = `/webhooks/replicate?kind=generation&id=${generation.id}`;
        return { path, body, headers: signWebhook(body, ground.webhookSecret) };
      });
    const perSecond = async (url: string, requests: readonly Sent[]) =>
      requests.length / (await sendAll(url, requests, connections));
    const measured = {
      starts: await perSecond(ground.apiUrl, told(known, "processing")),
      ends: await perSecond(ground.apiUrl, told(known, "succeeded")),
      news: await perSecond(ground.apiUrl, told(news, "processing")),
      peer: await perSecond(peerUrl, told(known, "succeeded")),
    };
    if (round === 0) continue;
    for (const kind of Object.keys(samples) as (keyof typeof samples)[]) samples[kind].push(measured[kind]);
    // What PostgreSQL does behind a round is not the next one's.
    await pause(500);
  }
  await ground.requireWritten({ storing: known.map(({ id }) => id), running: news.map(({ id }) => id) });
  const unit = "a second";
  return [
    {
      what: "a start: row and event",
      samples: samples.starts,
      unit,
      toReach: "≥ 1,000 a second",
    },
    {
      what: "an end: row, event and the job that copies the pictures",
      samples: samples.ends,
      unit,
      toReach: "≥ 1,000 a second",
    },
    {
      what: "a first word: row, event and an entry in the isolation log",
      samples: samples.news,
      unit,
      toReach: "≥ 1,000 a second",
    },
    {
      what: "beside: a bare server, the scheme's own package and one row",
      samples: samples.peer,
      unit,
      toReach: null,
    },
  ];
};
