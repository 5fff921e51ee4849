import { randomUUID } from "node:crypto";
import { plainWalls } from "../../src/photoshoot/collections/plain-walls.ts";
import { sharedFormat, sharedFormatVersion } from "../../src/photoshoot/shared-collection.ts";
import { smallDesign } from "../small-design.ts";
import { sharedPhoto } from "./shared-photo.ts";
import type { Things } from "./things.ts";

/** How one procedure is called by the suite that calls all of them. */
export interface ProcedureCase {
  readonly openTo: "anybody" | "subjects";
  /** An input that is taken, made of one person's things; left out where the procedure takes none. */
  readonly input?: (of: Things) => unknown;
  /** How one that is open to anybody answers an input that names nothing; 200 when left out. */
  readonly toAnybody?: number;
}

/** A procedure for signed-in people; give it an input that is taken, naming every id it can be given. */
const subjects = (input?: ProcedureCase["input"]): ProcedureCase => ({
  openTo: "subjects",
  ...(input === undefined ? {} : { input }),
});

/** A procedure that answers without a session. */
const anybody = (): ProcedureCase => ({ openTo: "anybody" });

const { id: _, version: __, ...ownShots } = plainWalls;
const sharedFile = { ...ownShots, format: sharedFormat, formatVersion: sharedFormatVersion };
const text = "at the lake";
const tokenWish = { name: "a script", scopes: ["read"], days: 30 };
const design = smallDesign("at sea");
/** One that nothing was asked for with, the same for everybody. */
const freshKey = "0197a000-0000-7000-8000-00000000cafe";
const wish = { brief: "at sea", outputs: 1 };

/**
 * Every procedure of the router, by its path. What each line gets for it: calls with a second account's ids, without
 * an account, with malformed and with enormous input, on both databases.
 */
export const procedureCases: Readonly<Record<string, ProcedureCase>> = {
  "account.beginExport": subjects(),
  "account.consentText": anybody(),
  "account.deletionReceipt": {
    openTo: "anybody",
    input: () => ({ id: "0197a000-0000-7000-8000-000000000001", key: "A".repeat(43) }),
    toAnybody: 404,
  },
  "account.endOtherSessions": subjects(),
  "account.endSession": subjects(({ sessionId }) => ({ sessionId })),
  "account.get": subjects(),
  "account.giveConsent": subjects(() => ({ textVersion: "1", adult: true, ownFace: true })),
  "account.sessions": subjects(),
  "account.previewDeletion": subjects(),
  "account.profile": subjects(),
  "account.saveProfile": subjects(() => ({
    hair: "short grey curls",
    ageFrom: 35,
    ageTo: 40,
    glasses: true,
    ownWords: null,
  })),
  "account.withdrawConsent": subjects(() => ({ confirm: "delete everything" })),
  "credits.balance": subjects(),
  "credits.history": subjects(() => ({ cursor: 1_000, limit: 50 })),
  "credits.setMonthlyCap": subjects(() => ({ cap: 1_000 })),
  "credits.spending": subjects(),
  "enhanced.create": subjects(() => ({ ...wish, level: "subtle", idempotencyKey: freshKey })),
  "enhanced.enhance": subjects(({ portraitId }) => ({
    portraitId,
    level: "subtle",
    idempotencyKey: randomUUID(),
  })),
  "enhanced.get": subjects(({ pairId }) => ({ pairId })),
  "enhanced.levels": subjects(),
  "enhanced.list": subjects(({ cursor }) => ({ cursor, limit: 50 })),
  "enhanced.plan": subjects(({ portraitId }) => ({ portraitId })),
  "events.live": subjects(() => ({ lastEventId: "0" })),
  "gallery.get": subjects(({ portraitId }) => ({ portraitId })),
  "gallery.keep": subjects(({ portraitId }) => ({ portraitId, kept: true })),
  "gallery.list": subjects(({ cursor }) => ({
    cursor,
    limit: 50,
    kept: false,
    service: "studio",
    presetId: "natural-expression",
    from: "2026-01-01T00:00:00.000Z",
    until: "2027-01-01T00:00:00.000Z",
  })),
  "gallery.emptyTrash": subjects(),
  "gallery.keepMany": subjects(({ portraitId }) => ({ portraitIds: [portraitId], kept: true })),
  "gallery.listTrash": subjects(({ cursor }) => ({ cursor, limit: 50 })),
  "gallery.restore": subjects(({ portraitId }) => ({ portraitIds: [portraitId] })),
  "gallery.trash": subjects(({ portraitId }) => ({ portraitIds: [portraitId] })),
  "gallery.listByScore": subjects(({ scoreCursor }) => ({
    sort: "likeness",
    cursor: scoreCursor,
    limit: 50,
  })),
  "gallery.scores": subjects(({ portraitId }) => ({ portraitIds: [portraitId] })),
  "generations.cancel": subjects(({ generationId }) => ({ generationId })),
  "generations.create": subjects(({ idempotencyKey }) => ({ ...wish, seed: 7, idempotencyKey })),
  "generations.get": subjects(({ generationId }) => ({ generationId })),
  "generations.list": subjects(({ cursor }) => ({ cursor, limit: 50 })),
  "generations.preview": subjects(() => wish),
  "isolation.proof": subjects(({ cursor }) => ({ cursor, limit: 50 })),
  "lab.estimate": subjects(() => ({ design })),
  "lab.get": subjects(({ experimentId }) => ({ experimentId })),
  "lab.list": subjects(({ cursor }) => ({ cursor, limit: 50 })),
  "lab.nextBallot": subjects(({ experimentId }) => ({ experimentId })),
  "lab.ready": subjects(),
  "lab.resume": subjects(({ experimentId }) => ({ experimentId, budgetCredits: 4 })),
  "lab.start": subjects(({ idempotencyKey }) => ({ design, budgetCredits: 4, idempotencyKey })),
  "lab.stop": subjects(({ experimentId }) => ({ experimentId })),
  "lab.undoVote": subjects(({ experimentId }) => ({ experimentId })),
  "lab.verdict": subjects(({ experimentId }) => ({ experimentId })),
  "lab.vote": subjects(({ experimentId }) => ({ experimentId, ballot: 0, choice: "first" })),
  "maya.acceptChange": subjects(() => ({ parameter: "guidance", before: 2.8, after: 2.5 })),
  "maya.editCard": subjects(({ turnId }) => ({ turnId, cardNumber: 1, changes: { portraits: 2 } })),
  "maya.list": subjects(({ cursor }) => ({ cursor, limit: 50 })),
  "maya.makeCard": subjects(({ turnId, pressKey }) => ({
    turnId,
    cardNumber: 1,
    cost: 1,
    idempotencyKey: pressKey,
  })),
  "maya.previewCard": subjects(({ turnId }) => ({ turnId, cardNumber: 1 })),
  "maya.read": subjects(({ conversationId }) => ({ conversationId })),
  "maya.remove": subjects(({ emptyConversationId }) => ({ conversationId: emptyConversationId })),
  "maya.rename": subjects(({ conversationId }) => ({ conversationId, title: "By the water" })),
  "maya.say": subjects(({ conversationId }) => ({ conversationId, text })),
  "maya.sayInstead": subjects(({ conversationId }) => ({ conversationId, text })),
  "maya.start": subjects(),
  "maya.undoChange": subjects(({ changeId }) => ({ changeId })),
  "maya.usual": subjects(),
  "maya.tryAgain": subjects(({ conversationId }) => ({ conversationId })),
  "measuring.figures": subjects(() => ({ by: "preset" })),
  "models.activate": subjects(({ trainingId }) => ({ trainingId })),
  "models.cancelTraining": subjects(({ trainingId }) => ({ trainingId })),
  "models.get": subjects(),
  // One key for everybody: with one each, the second of two calls meets the training of the first.
  "models.train": subjects(() => ({ idempotencyKey: "0197a000-0000-7000-8000-00000000beef" })),
  "notices.saveSettings": subjects(() => ({
    mailWhenTrained: false,
    selfiesKeptDays: 30,
  })),
  "notices.settings": subjects(),
  "photoshoot.cancel": subjects(({ shootId, shotId }) => ({ shootId, shotId })),
  "photoshoot.collections": subjects(),
  "photoshoot.deleteCollection": subjects(({ spareCollectionId }) => ({ id: spareCollectionId })),
  "photoshoot.draftShots": subjects(({ portraitId }) => ({ portraitIds: [portraitId] })),
  "photoshoot.estimate": subjects(({ collectionId }) => ({ collectionId, outputs: 1 })),
  "photoshoot.get": subjects(({ shootId }) => ({ shootId })),
  "photoshoot.list": subjects(({ cursor }) => ({ cursor, limit: 50 })),
  "photoshoot.ownCollections": subjects(),
  "photoshoot.readCollection": subjects(() => ({ file: JSON.stringify(sharedFile) })),
  "photoshoot.retake": subjects(({ shotId }) => ({ shotId, idempotencyKey: randomUUID() })),
  "photoshoot.saveCollection": subjects(({ collectionId }) => ({
    ...ownShots,
    id: collectionId,
    version: 1,
  })),
  "photoshoot.start": subjects(({ collectionId }) => ({
    collectionId,
    outputs: 1,
    idempotencyKey: randomUUID(),
  })),
  "photoshoot.taken": subjects(),
  "photoshoot.writeCollection": subjects(() => ownShots),
  "presets.default": subjects(),
  "presets.takeDefault": subjects(({ experimentId }) => ({ experimentId, arm: 1 })),
  "presets.withdrawDefault": subjects(),
  "selfies.add": subjects(() => sharedPhoto()),
  "selfies.addDrawn": subjects(),
  "selfies.list": subjects(),
  "selfies.remove": subjects(({ selfieId }) => ({ selfieId })),
  "studio.get": anybody(),
  "tokens.list": subjects(),
  "tokens.make": subjects(() => tokenWish),
  "tokens.revoke": subjects(({ tokenId }) => ({ tokenId })),
};
