import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio, SubjectTransaction } from "../studio/studio.ts";
import { conversationLimits } from "./conversation-limits.ts";
import { turnStateAt } from "./conversation-view.ts";
import {
  deleteTurns,
  insertTurns,
  listCardGenerations,
  listTurns,
  lockConversation,
  type TurnRow,
  updateConversation,
} from "./conversation.store.ts";
import { titleOf } from "./title-of.ts";
import type { ChangeProposal } from "./usual/propose-change.ts";
import { listStandingChanges } from "./usual/usual.store.ts";

const highestSeed = 2_147_483_647;
/** An answer that was silent for so long belongs to a process that is gone. */
export const answerLeaseMs = 20_000;

/** What is to be answered: something new, the last turn in other words, or the last turn once more. */
export type Asked =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "say-instead"; readonly text: string }
  | { readonly kind: "try-again" };

/** An answer that is about to be given: it stands in the conversation before an engine is asked. */
export interface BegunAnswer {
  readonly conversationId: string;
  /** The turns so far, the person's last. */
  readonly turns: readonly TurnRow[];
  /** Maya's turn, still empty. */
  readonly answer: TurnRow & { readonly seed: number };
  /** Changes of presets that the person accepted: new cards have them. */
  readonly standing: readonly Pick<ChangeProposal, "presetId" | "parameter" | "after">[];
  /** The turns that are new, in their order. */
  readonly added: readonly TurnRow[];
}

/**
 * Stores what the person says and the place of its answer, in one transaction. From then on the answer is under way;
 * when its process falls silent it counts as cut off.
 *
 * @throws DomainError `not_found`, `conversation_answering`, `conversation_full`, `turn_missing`, `turn_in_use`
 */
export const beginAnswer = (
  studio: Studio,
  { subjectId }: Caller,
  conversationId: string,
  asked: Asked,
): Promise<BegunAnswer> =>
  studio.actingAs(subjectId, async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    if (conversation === undefined) throw new DomainError("not_found", { what: "conversation" });
    const now = studio.clock.now();
    const before = await listTurns(tx, conversationId);
    if (before.some((turn) => turnStateAt(turn, now) === "answering"))
      throw new DomainError("conversation_answering", {});
    const kept = asked.kind === "say" ? before : await withoutLast(tx, before, asked.kind);
    const said = asked.kind === "try-again" ? [] : [asked.text];
    if (kept.length + said.length + 1 > conversationLimits.turns)
      throw new DomainError("conversation_full", { turns: conversationLimits.turns });
    const next = (kept.at(-1)?.position ?? 0) + 1;
    const common = { subjectId, conversationId, cards: [], problem: null, createdAt: now };
    const seed = studio.identifiers.randomWhole(1, highestSeed);
    const added = await insertTurns(tx, [
      ...said.map((text) => ({
        ...common,
        id: studio.identifiers.next(),
        position: next,
        from: "person" as const,
        text,
        state: "said" as const,
      })),
      {
        ...common,
        id: studio.identifiers.next(),
        position: next + said.length,
        from: "maya",
        text: "",
        state: "answering",
        answeringUntil: new Date(now.getTime() + answerLeaseMs),
        seed,
      },
    ]);
    const answer = added.at(-1);
    if (answer === undefined) throw new Error("The database gave no row back for a new turn");
    const turns = [...kept, ...added.slice(0, -1)];
    const title = conversation.title ?? titleOf(turns[0]?.text ?? "");
    await updateConversation(tx, conversationId, { title, saidAt: now });
    await appendEvent(tx, subjectId, { type: "conversation", entityId: conversationId, at: now });
    const standing = await listStandingChanges(tx, subjectId);
    return { conversationId, turns, answer: { ...answer, seed }, standing, added };
  });

/** Takes away the last answer, and the turn it answers where that is said in other words. */
const withoutLast = async (
  tx: SubjectTransaction,
  turns: readonly TurnRow[],
  kind: "say-instead" | "try-again",
): Promise<readonly TurnRow[]> => {
  const lastSaid = turns.findLastIndex(({ from }) => from === "person");
  if (lastSaid === -1) throw new DomainError("turn_missing", {});
  const from = kind === "say-instead" ? lastSaid : lastSaid + 1;
  const gone = turns.slice(from).map(({ id }) => id);
  if (gone.length === 0) return turns;
  const made = await listCardGenerations(tx, gone);
  if (made.length > 0) throw new DomainError("turn_in_use", {});
  await deleteTurns(tx, gone);
  return turns.slice(0, from);
};
