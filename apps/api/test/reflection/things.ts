import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { encodeScoreCursor } from "../../src/gallery/score-cursor.ts";
import { plainWalls } from "../../src/photoshoot/collections/plain-walls.ts";
import { encodeCursor } from "../../src/studio/list-cursor.ts";
import { actingAs } from "../../src/db/acting-as.ts";
import { insertAcceptedChange } from "../../src/maya/usual/usual.store.ts";
import type { TestStudio } from "../create-test-studio.ts";
import { readSaid, streamingClient } from "../maya/streaming-client.ts";
import { vi } from "vitest";
import { patience, signUpWithModel, untilGenerationEnds } from "../ready-subject.ts";
import { smallDesign } from "../small-design.ts";
import { signIn, type SignedUp } from "../sign-up.ts";

/** Everything of one person that a request can name. */
export interface Things {
  readonly subjectId: string;
  readonly selfieId: string;
  readonly trainingId: string;
  readonly generationId: string;
  readonly portraitId: string;
  readonly tokenId: string;
  readonly experimentId: string;
  /** A collection of their own. */
  readonly collectionId: string;
  /** Another one, that can go. */
  readonly spareCollectionId: string;
  /** A shoot of the first, and a shot of that. */
  readonly shootId: string;
  readonly shotId: string;
  /** The portrait with an enhanced one beside it. */
  readonly pairId: string;
  /** One they are signed in with besides the one that asks. */
  readonly sessionId: string;
  /** The key that the generation was asked for with. */
  readonly idempotencyKey: string;
  readonly conversationId: string;
  /** A turn of that conversation whose first card was made. */
  readonly turnId: string;
  /** A change of a preset that they accepted. */
  readonly changeId: string;
  /** A conversation in which nothing was said. */
  readonly emptyConversationId: string;
  /** The key that the card was made with. */
  readonly pressKey: string;
  /** Where a page of a list ended: at the portrait. */
  readonly cursor: string;
  /** Where a page of a list by score ended: at the portrait. */
  readonly scoreCursor: string;
}

/** Somebody with at least one of everything, and what a look at anybody else's answers must not find. */
export interface Owner {
  readonly person: SignedUp;
  readonly things: Things;
  /** Texts that belong to this person alone: ids, numbers, words. */
  readonly marks: readonly string[];
}

const { id: _, version: __, ...words } = plainWalls;
const oneShotCollection = { ...words, shots: words.shots.slice(0, 1) };
const moment = new Date("2026-02-01T10:00:00.000Z");

/** Things that nobody has, in the same forms as those that somebody has. */
export const nobodysThings = (): Things => ({
  subjectId: v7(),
  selfieId: v7(),
  trainingId: v7(),
  generationId: v7(),
  portraitId: v7(),
  tokenId: v7(),
  experimentId: v7(),
  collectionId: v7(),
  spareCollectionId: v7(),
  shootId: v7(),
  shotId: v7(),
  pairId: v7(),
  sessionId: randomUUID(),
  idempotencyKey: randomUUID(),
  conversationId: v7(),
  turnId: v7(),
  changeId: v7(),
  emptyConversationId: v7(),
  pressKey: randomUUID(),
  cursor: encodeCursor({ createdAt: moment, id: v7() }),
  scoreCursor: encodeScoreCursor({ value: 0.5, id: v7() }),
});

/** Goes the whole way as one person: selfies, a training, and a generation with a portrait. */
export async function signUpOwner({ url, database }: Pick<TestStudio, "url" | "database">): Promise<Owner> {
  const person = await signUpWithModel(url);
  const idempotencyKey = randomUUID();
  const brief = `a portrait for ${idempotencyKey}`;
  const { id: generationId } = await person.api.generations.create.mutate({ brief, idempotencyKey });
  const { id: experimentId } = await person.api.lab.start.mutate({
    design: smallDesign(`compared for ${idempotencyKey}`),
    budgetCredits: 2,
    idempotencyKey,
  });
  const [portrait] = (await untilGenerationEnds(person, generationId)).portraits;
  await vi.waitFor(async () => {
    const { status } = await person.api.lab.get.query({ experimentId });
    if (status === "running") throw new Error("The experiment still runs");
  }, patience);
  const account = await person.api.account.get.query();
  const [selfie] = (await person.api.selfies.list.query()).selfies;
  const model = await person.api.models.get.query();
  const training = model?.trainings[0];
  const made = await person.api.tokens.make.mutate({ name: "a script", scopes: ["read"], days: 30 });
  await signIn(url, person);
  const { sessions } = await person.api.account.sessions.query();
  const elsewhere = sessions.find(({ current }) => !current);
  if (elsewhere === undefined) throw new Error("Signing in again made no session");
  if (portrait === undefined || selfie === undefined || training === undefined)
    throw new Error("The whole way left nothing behind");
  const letter = await writeLetter(url, person, brief);
  const { id: collectionId } = await person.api.photoshoot.saveCollection.mutate(oneShotCollection);
  const { id: spareCollectionId } = await person.api.photoshoot.saveCollection.mutate(oneShotCollection);
  const [shoot, pair] = await Promise.all([
    person.api.photoshoot.start.mutate({ collectionId, idempotencyKey: randomUUID() }),
    person.api.enhanced.enhance.mutate({
      portraitId: portrait.id,
      level: "subtle",
      idempotencyKey: randomUUID(),
    }),
  ]);
  const [shot] = shoot.shots;
  const take = shot?.generation ?? null;
  if (shot === undefined || take === null) throw new Error("The shoot has no shot");
  await Promise.all([take.id, pair.enhanced.id].map((id) => untilGenerationEnds(person, id)));
  const things: Things = {
    ...letter,
    changeId: await acceptOne(database, account.id),
    subjectId: account.id,
    selfieId: selfie.id,
    trainingId: training.id,
    generationId,
    portraitId: portrait.id,
    tokenId: made.token.id,
    experimentId,
    collectionId,
    spareCollectionId,
    shootId: shoot.id,
    shotId: shot.id,
    pairId: pair.id,
    sessionId: elsewhere.id,
    idempotencyKey,
    cursor: encodeCursor({ createdAt: moment, id: portrait.id }),
    scoreCursor: encodeScoreCursor({ value: 0.5, id: portrait.id }),
  };
  const { cursor: _cursor, scoreCursor: _scoreCursor, ...ids } = things;
  const marks = [
    made.secret,
    ...Object.values(ids),
    person.userId,
    person.email,
    account.subjectNumber,
    brief,
  ];
  return { person, things, marks };
}

/** A change that was accepted, past what has to speak for it. */
async function acceptOne(database: TestStudio["database"], subjectId: string): Promise<string> {
  const id = v7();
  await actingAs(database)(subjectId, (tx) =>
    insertAcceptedChange(tx, {
      id,
      subjectId,
      presetId: "natural-expression",
      parameter: "guidance",
      before: 2.8,
      after: 2.5,
      reason: { kind: "wide-smiles", count: 4 },
      acceptedAt: moment,
      endedAt: null,
    }),
  );
  return id;
}

/** A conversation with Maya in which a card was made. */
async function writeLetter(url: string, { token }: SignedUp, title: string) {
  const { maya } = streamingClient(url, token);
  const { id: conversationId } = await maya.start.mutate();
  const { turn } = await readSaid(await maya.say.mutate({ conversationId, text: "at the lake" }));
  await maya.rename.mutate({ conversationId, title });
  const pressKey = randomUUID();
  await maya.makeCard.mutate({ turnId: turn.id, cardNumber: 1, cost: 1, idempotencyKey: pressKey });
  const { id: emptyConversationId } = await maya.start.mutate();
  return { conversationId, turnId: turn.id, emptyConversationId, pressKey };
}
