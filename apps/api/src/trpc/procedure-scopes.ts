import type { TokenScope } from "../tokens/token-scope.ts";
import type { AppRouter } from "./router.ts";

/** What an access token needs for a procedure; `session` is given to no token. */
export type ProcedureScope = TokenScope | "session";

type Routers = AppRouter["_def"]["record"];

/** Every procedure by its path, such as `gallery.list`. */
export type ProcedurePath = {
  [TRouter in keyof Routers]: `${TRouter}.${keyof Routers[TRouter] & string}`;
}[keyof Routers];

/**
 * What each procedure asks of an access token. A procedure that is missing here does not compile. `session` is for
 * what would let a token outlive or outgrow what it was given: credentials, sessions, tokens, consent, deletion, the
 * bound of what may be spent, deleting for good, and everything at once.
 */
export const procedureScopes = {
  "account.beginExport": "session",
  "account.consentText": "read",
  "account.deletionReceipt": "read",
  "account.previewDeletion": "session",
  "account.endOtherSessions": "session",
  "account.endSession": "session",
  "account.get": "read",
  "account.giveConsent": "session",
  "account.profile": "read",
  "account.saveProfile": "account",
  "account.sessions": "session",
  "account.withdrawConsent": "session",
  "credits.balance": "read",
  "credits.history": "read",
  "credits.setMonthlyCap": "session",
  "credits.spending": "read",
  "enhanced.create": "generate",
  "enhanced.enhance": "generate",
  "enhanced.get": "read",
  "enhanced.levels": "read",
  "enhanced.list": "read",
  "enhanced.plan": "read",
  "events.live": "read",
  "gallery.emptyTrash": "session",
  "gallery.get": "read",
  "gallery.keep": "gallery",
  "gallery.keepMany": "gallery",
  "gallery.list": "read",
  "gallery.listByScore": "read",
  "gallery.scores": "read",
  "gallery.listTrash": "read",
  "gallery.restore": "gallery",
  "gallery.trash": "gallery",
  "generations.cancel": "generate",
  "generations.create": "generate",
  "generations.get": "read",
  "generations.list": "read",
  "generations.preview": "read",
  "isolation.proof": "read",
  "lab.estimate": "read",
  "lab.get": "read",
  "lab.list": "read",
  "lab.nextBallot": "read",
  "lab.ready": "read",
  "lab.resume": "generate",
  "lab.start": "generate",
  "lab.stop": "generate",
  "lab.undoVote": "generate",
  "lab.verdict": "read",
  "lab.vote": "generate",
  "maya.acceptChange": "generate",
  "maya.editCard": "generate",
  "maya.list": "read",
  "maya.makeCard": "generate",
  "maya.previewCard": "read",
  "maya.read": "read",
  "maya.remove": "session",
  "maya.rename": "generate",
  "maya.say": "generate",
  "maya.sayInstead": "generate",
  "maya.start": "generate",
  "maya.tryAgain": "generate",
  "maya.undoChange": "generate",
  "maya.usual": "read",
  "measuring.figures": "read",
  "models.activate": "train",
  "models.cancelTraining": "train",
  "models.get": "read",
  "models.train": "train",
  "notices.saveSettings": "session",
  "notices.settings": "read",
  "photoshoot.cancel": "generate",
  "photoshoot.collections": "read",
  "photoshoot.deleteCollection": "session",
  "photoshoot.draftShots": "read",
  "photoshoot.estimate": "read",
  "photoshoot.get": "read",
  "photoshoot.list": "read",
  "photoshoot.ownCollections": "read",
  "photoshoot.readCollection": "read",
  "photoshoot.retake": "generate",
  "photoshoot.saveCollection": "generate",
  "photoshoot.start": "generate",
  "photoshoot.taken": "read",
  "photoshoot.writeCollection": "read",
  "presets.default": "read",
  "presets.takeDefault": "account",
  "presets.withdrawDefault": "account",
  "selfies.add": "train",
  "selfies.addDrawn": "train",
  "selfies.list": "read",
  "selfies.remove": "train",
  "studio.get": "read",
  "tokens.list": "session",
  "tokens.make": "session",
  "tokens.revoke": "session",
} as const satisfies Record<ProcedurePath, ProcedureScope>;

/** What an access token needs for a procedure; one that is not in the table is for no token. */
export const scopeOfProcedure = (path: string): ProcedureScope =>
  // Safe: the line before the cast has seen that the table has this key.
  Object.hasOwn(procedureScopes, path) ? procedureScopes[path as ProcedurePath] : "session";
