import type { PgTable } from "drizzle-orm/pg-core";
import { allOf, opensTheAccount, openWork, ownRow, picture, providersAddress } from "./column-choices.ts";
import * as accountTables from "../db/schema/accounts.ts";
import * as creditTables from "../db/schema/credits.ts";
import * as enhancedTables from "../db/schema/enhanced.ts";
import * as generationTables from "../db/schema/generations.ts";
import * as isolationTables from "../db/schema/isolation.ts";
import * as measurementTables from "../db/schema/measurements.ts";
import * as mayaTables from "../db/schema/maya.ts";
import * as labTables from "../db/schema/lab.ts";
import * as modelTables from "../db/schema/models.ts";
import * as operatorTables from "../db/schema/operator.ts";
import * as rateLimitTables from "../db/schema/rate-limits.ts";
import * as selfieTables from "../db/schema/selfies.ts";
import * as shootTables from "../db/schema/shoots.ts";
import * as subjectTables from "../db/schema/subjects.ts";
import * as tokenTables from "../db/schema/tokens.ts";
import { exported, exportedOfUser, type Exporter, type NoExporter, withheld } from "./exporter.store.ts";
import { labExporters } from "./lab-exporters.store.ts";

/** Every table of the schema; a file of `db/schema` that is missing here is found by `db/isolation.test.ts`. */
const schema = {
  ...accountTables,
  ...creditTables,
  ...enhancedTables,
  ...generationTables,
  ...isolationTables,
  ...measurementTables,
  ...mayaTables,
  ...labTables,
  ...modelTables,
  ...operatorTables,
  ...rateLimitTables,
  ...selfieTables,
  ...shootTables,
  ...subjectTables,
  ...tokenTables,
};

type Schema = typeof schema;
type TableKey = { [K in keyof Schema]: Schema[K] extends PgTable ? K : never }[keyof Schema];

/**
 * What becomes of every column of every table when a person asks for everything: it is exported, or a reason stands
 * here. A table or a column that is missing does not compile.
 */
export const exportCatalogue = {
  users: exportedOfUser(schema.users, "id", "Who signs in: your name and e-mail address.", {
    id: "exported",
    name: "exported",
    email: "exported",
    emailVerified: "exported",
    image: "exported",
    createdAt: "exported",
    updatedAt: "exported",
  }),
  sessions: exportedOfUser(schema.sessions, "userId", "A browser or terminal that is signed in.", {
    id: "exported",
    token: opensTheAccount,
    userId: "exported",
    expiresAt: "exported",
    ipAddress: "exported",
    userAgent: "exported",
    createdAt: "exported",
    updatedAt: "exported",
  }),
  accounts: exportedOfUser(schema.accounts, "userId", "A way in which you prove who you are.", {
    id: "exported",
    accountId: "exported",
    providerId: "exported",
    userId: "exported",
    accessToken: opensTheAccount,
    refreshToken: opensTheAccount,
    idToken: opensTheAccount,
    accessTokenExpiresAt: "exported",
    refreshTokenExpiresAt: "exported",
    scope: "exported",
    password: { withheld: "Only a hash is kept, and it could be guessed at." },
    createdAt: "exported",
    updatedAt: "exported",
  }),
  verifications: withheld(
    schema.verifications,
    "Secrets of mailed links that work for an hour at most; no key says whose they are.",
  ),
  subjects: exported(schema.subjects, "You, as the studio knows you.", ["id"], {
    id: "exported",
    userId: "exported",
    subjectNumber: "exported",
    triggerWord: "exported",
    lastEventPosition: "exported",
    monthlyCreditCap: "exported",
    deletionRequestedAt: "exported",
    deletionReceiptId: "exported",
    sealedReceiptKey: { withheld: "You have that key already; here it stands under the studio's own." },
    suspendedAt: "exported",
    suspensionReason: "exported",
    createdAt: "exported",
  }),
  accessTokens: exported(schema.accessTokens, "A key that you gave to a program.", ["id"], {
    id: "exported",
    subjectId: "exported",
    name: "exported",
    hash: { withheld: "It proves nothing to you; the token itself was told once and is kept nowhere." },
    hint: "exported",
    scopes: "exported",
    createdAt: "exported",
    expiresAt: "exported",
    usedAt: "exported",
  }),
  subjectProfiles: exported(schema.subjectProfiles, "How you say you look.", ["subjectId"], {
    ...allOf("subjectId", "hair", "ageFrom", "ageTo", "glasses", "ownWords", "savedAt"),
  }),
  subjectSettings: exported(
    schema.subjectSettings,
    "What you want to be told of, and how long selfies are kept.",
    ["subjectId"],
    {
      subjectId: "exported",
      mailWhenTrained: "exported",
      selfiesKeptDays: "exported",
      savedAt: "exported",
    },
  ),
  consents: exported(schema.consents, "What you agreed to, and when.", ["id"], {
    id: "exported",
    subjectId: "exported",
    textVersion: "exported",
    givenAt: "exported",
  }),
  selfies: exported(
    schema.selfies,
    "A photo that you uploaded; the picture is in the folder selfies.",
    ["id"],
    {
      ...picture,
      id: "exported",
      subjectId: "exported",
      fileName: "exported",
      uploadSha256: "exported",
      drawn: "exported",
      createdAt: "exported",
    },
  ),
  selfieMeasurements: exported(
    schema.selfieMeasurements,
    "What was seen in a selfie, and whether it is fit for training.",
    ["selfieId"],
    {
      selfieId: "exported",
      subjectId: "exported",
      verdict: "exported",
      issues: "exported",
      pictureHash: "exported",
      sealedFace: {
        withheld: "Your face as numbers, encrypted with the studio's keys: of use to nobody but impostors.",
      },
      modelVersion: "exported",
      measuredAt: "exported",
    },
  ),
  trainingSets: exported(schema.trainingSets, "The selfies that one training used, as a list.", ["id"], {
    id: "exported",
    subjectId: "exported",
    selfieCount: "exported",
    manifestSha256: "exported",
    createdAt: "exported",
  }),
  trainingSetEntries: exported(
    schema.trainingSetEntries,
    "One selfie of such a list.",
    ["trainingSetId", "position"],
    {
      subjectId: "exported",
      trainingSetId: "exported",
      position: "exported",
      selfieId: "exported",
      sha256: "exported",
    },
  ),
  portraitModels: exported(schema.portraitModels, "The model of your face.", ["id"], {
    id: "exported",
    subjectId: "exported",
    account: "exported",
    name: "exported",
    activeTrainingId: "exported",
    createdAt: "exported",
  }),
  trainings: exported(schema.trainings, "A training of that model.", ["id"], {
    ...openWork,
    id: "exported",
    subjectId: "exported",
    modelId: "exported",
    trainingSetId: "exported",
    trainer: "exported",
    trainerVersion: "exported",
    input: { withheld: "It names the provider's address of the packed selfies." },
    zipFileId: providersAddress,
    zipUrl: providersAddress,
    zipDeletedAt: "exported",
    version: "exported",
    versionSchema: { withheld: "The provider's description of what a version of any model takes." },
    startedAt: "exported",
  }),
  generations: exported(schema.generations, "What you asked for, and how it ended.", ["id"], {
    ...openWork,
    id: "exported",
    subjectId: "exported",
    trainingId: "exported",
    service: "exported",
    brief: "exported",
    subjectClause: "exported",
    changes: "exported",
    expression: "exported",
    enhancement: "exported",
    presetId: "exported",
    presetVersion: "exported",
    prompt: "exported",
    input: "exported",
    seed: "exported",
    outputs: "exported",
    outputUrls: providersAddress,
    removedPortraits: "exported",
    finishedAt: "exported",
  }),
  portraits: exported(
    schema.portraits,
    "A finished portrait; the picture and its recipe are in the folder portraits.",
    ["id"],
    {
      ...picture,
      id: "exported",
      subjectId: "exported",
      generationId: "exported",
      outputIndex: "exported",
      contentType: "exported",
      recipe: "exported",
      kept: "exported",
      trashedAt: "exported",
      simulated: "exported",
      createdAt: "exported",
    },
  ),
  portraitScores: exported(
    schema.portraitScores,
    "How a portrait measures against your own photos.",
    ["portraitId"],
    {
      portraitId: "exported",
      subjectId: "exported",
      reason: "exported",
      likeness: "exported",
      likenessRaw: "exported",
      likenessBand: "exported",
      smile: "exported",
      eyes: "exported",
      fakeSmileRisk: "exported",
      naturalness: "exported",
      naturalnessReasons: "exported",
      textureRatio: "exported",
      textureBand: "exported",
      sharpness: "exported",
      ownPhotos: "exported",
      referenceCount: "exported",
      modelVersion: "exported",
      calibration: "exported",
      measuredAt: "exported",
    },
  ),
  conversations: exported(schema.conversations, "A conversation of yours with Maya.", ["id"], {
    ...ownRow,
    title: "exported",
    saidAt: "exported",
  }),
  conversationTurns: exported(schema.conversationTurns, "What you or Maya said, with her cards.", ["id"], {
    ...ownRow,
    conversationId: "exported",
    position: "exported",
    from: "exported",
    text: "exported",
    cards: "exported",
    state: "exported",
    problem: "exported",
    answeringUntil: "exported",
    seed: "exported",
  }),
  cardGenerations: exported(
    schema.cardGenerations,
    "Which card a generation was made from.",
    ["generationId"],
    { generationId: "exported", subjectId: "exported", turnId: "exported", cardNumber: "exported" },
  ),
  acceptedChanges: exported(schema.acceptedChanges, "A change of a preset that you accepted.", ["id"], {
    ...allOf("id", "subjectId", "presetId", "parameter", "before", "after", "reason"),
    ...allOf("acceptedAt", "endedAt"),
  }),
  ownCollections: exported(schema.ownCollections, "A collection of shots of your own.", ["id"], {
    ...ownRow,
    ...allOf("title", "description", "shots", "version", "savedAt"),
  }),
  shoots: exported(schema.shoots, "A photoshoot that you asked for.", ["id"], {
    ...ownRow,
    ...allOf("collectionId", "collectionVersion", "title", "presetId", "presetVersion", "changes"),
    ...allOf("outputs", "seed", "idempotencyKey"),
  }),
  shootShots: exported(schema.shootShots, "One picture of such a photoshoot.", ["id"], {
    ...allOf("id", "subjectId", "shootId", "position", "shot"),
  }),
  shootTakes: exported(schema.shootTakes, "Which generation takes such a picture.", ["generationId"], {
    ...allOf("generationId", "subjectId", "shotId", "number"),
  }),
  enhancedPairs: exported(schema.enhancedPairs, "A plain and an enhanced generation, side by side.", ["id"], {
    ...ownRow,
    ...allOf("level", "plainGenerationId", "enhancedGenerationId", "idempotencyKey"),
  }),
  creditEntries: exported(schema.creditEntries, "An entry of your ledger of credits.", ["position"], {
    id: "exported",
    subjectId: "exported",
    position: "exported",
    kind: "exported",
    amount: "exported",
    held: "exported",
    availableAfter: "exported",
    heldAfter: "exported",
    reservationId: "exported",
    generationId: "exported",
    trainingId: "exported",
    reason: "exported",
    note: "exported",
    grantKey: "exported",
    createdAt: "exported",
  }),
  subjectEvents: exported(schema.subjectEvents, "That something of yours changed, and when.", ["position"], {
    subjectId: "exported",
    position: "exported",
    type: "exported",
    entityId: "exported",
    createdAt: "exported",
  }),
  ...labExporters,
  isolationChains: exported(schema.isolationChains, "Which isolation log is yours.", ["chainId"], {
    subjectId: "exported",
    chainId: "exported",
    createdAt: "exported",
  }),
  isolationEntries: exported(
    schema.isolationEntries,
    "An entry of your isolation log; each holds the hash of the one before.",
    ["position"],
    {
      chainId: "exported",
      position: "exported",
      at: "exported",
      keyNumber: "exported",
      statement: "exported",
      previousHash: "exported",
      hash: "exported",
    },
  ),
  isolationHeads: exported(schema.isolationHeads, "Its last entry, under the studio's seal.", ["chainId"], {
    chainId: "exported",
    position: "exported",
    hash: "exported",
    sealKeyId: "exported",
    seal: "exported",
    changedAt: "exported",
  }),
  isolationChecks: exported(
    schema.isolationChecks,
    "When the studio's own audit last looked at it, and what it found.",
    ["subjectId"],
    { subjectId: "exported", checkedAt: "exported", entryCount: "exported", problemCount: "exported" },
  ),
  pseudonymKeys: withheld(
    schema.pseudonymKeys,
    "The keys of the log's pseudonyms, encrypted with the studio's own; isolation-proof.json says what they show.",
  ),
  isolationAnchors: withheld(schema.isolationAnchors, "One chain over everybody's logs; it names nobody."),
  isolationAnchored: withheld(schema.isolationAnchored, "How far everybody's logs are anchored in it."),
  deletionReceipts: withheld(
    schema.deletionReceipts,
    "Receipts of accounts that are gone, encrypted with keys that their people have.",
  ),
  operatorActs: withheld(
    schema.operatorActs,
    "What operators have ordered; what concerned your credits stands in your ledger with its reason.",
  ),
  studioControls: withheld(schema.studioControls, "The studio's own switches; they belong to nobody."),
  retiredSubjectNumbers: withheld(
    schema.retiredSubjectNumbers,
    "Keyed hashes of numbers whose accounts are gone.",
  ),
  rateLimits: withheld(
    schema.rateLimits,
    "Counts under keyed hashes that nobody can read back, gone after minutes.",
  ),
} satisfies Readonly<Record<TableKey, Exporter | NoExporter>>;
