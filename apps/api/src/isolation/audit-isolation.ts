import { findSubject } from "../account/account.store.ts";
import { portraitKey, type StoredContentType } from "../images/image-key.ts";
import { sha256Hex } from "../images/sha256-hex.ts";
import { countLikeAnother } from "../measuring/portrait-score.store.ts";
import type { Studio } from "../studio/studio.ts";
import type { AnchorRow } from "./anchor.ts";
import type { EntryRow } from "./chain.store.ts";
import type { FoundChain } from "./chain-finder.ts";
import { saveCheck } from "./check.store.ts";
import { checkSubject, type SubjectCheck } from "./check-subject.ts";
import type { IsolationProblem } from "./isolation-problem.ts";
import type { PortraitProof } from "./prove-portraits.ts";
import { type AnchoredHeads, verifyAnchors } from "./verify-anchors.ts";
import { verifyChain } from "./verify-chain.ts";

/** What of the studio an audit works with; it needs no provider and no queue. */
export type AuditParts = Pick<
  Studio,
  "actingAs" | "readingAs" | "chains" | "anchors" | "keyring" | "clock" | "images"
>;

/** What an audit tells while it walks. */
export interface AuditListener {
  readonly onPortrait: (subjectId: string, proof: PortraitProof) => void;
  readonly onProblem: (problem: IsolationProblem) => void;
}

/** What an audit came to. */
export interface AuditReport {
  readonly subjects: number;
  readonly portraits: number;
  readonly entries: number;
  /** Chains of people who have left: nobody can be told from them, and they hold. */
  readonly closedChains: number;
  readonly anchors: number;
  /** To be kept elsewhere: a later audit that finds another hash at this position has found a rewriting. */
  readonly lastAnchor: { readonly position: number; readonly hash: string } | null;
  readonly problems: number;
  /** Portraits that measure as another person than their subject: no proof of anything, and worth a look. */
  readonly likeAnother: number;
}

const pageSize = 500;

/**
 * Walks the whole database: every chain, every row that a chain tells of, every anchor, and says of every portrait
 * whose it is and how that is known.
 *
 * @param isReadingBytes whether every portrait's stored bytes are read and hashed, too
 */
export const auditIsolation = async (
  parts: AuditParts,
  { isReadingBytes }: { readonly isReadingBytes: boolean },
  { onPortrait, onProblem }: AuditListener,
): Promise<AuditReport> => {
  const counts = {
    subjects: 0,
    portraits: 0,
    entries: 0,
    closedChains: 0,
    anchors: 0,
    problems: 0,
    likeAnother: 0,
  };
  const tell = (problems: readonly IsolationProblem[]): void => {
    counts.problems += problems.length;
    for (const problem of problems) onProblem(problem);
  };
  // The anchors first: chains only grow, so what they held then is held now.
  const anchors = await everyAnchor(parts);
  const anchored = verifyAnchors(parts.keyring, anchors);
  counts.anchors = anchors.length;
  tell(anchored.problems);
  for await (const chain of everyChain(parts)) {
    if (!chain.isOwned) counts.closedChains += 1;
    tell(await chainProblems(parts, chain, anchored.heads));
  }
  tell(await missingChains(parts, anchored.heads));
  for await (const subjectId of everySubject(parts)) {
    const check = await parts.readingAs(subjectId, (tx) => checkSubject(parts.keyring, tx, subjectId));
    const bytes = isReadingBytes ? await byteProblems(parts, subjectId, check) : [];
    counts.subjects += 1;
    counts.portraits += check.portraits.length;
    counts.entries += check.entryCount;
    counts.likeAnother += await parts.readingAs(subjectId, (tx) => countLikeAnother(tx, subjectId));
    for (const proof of check.proofs) onPortrait(subjectId, proof);
    const problems = [...check.problems.map((problem) => named(subjectId, problem)), ...bytes];
    tell(problems);
    await keepCheck(parts, subjectId, check.entryCount, problems.length);
  }
  tell(
    (await parts.chains.ownerlessRows()).map(({ table, owner, rows }) => ({
      code: "row-ownerless",
      table,
      row: owner,
      message: `${rows} of its rows belong to nobody that exists.`,
    })),
  );
  const { last } = anchored;
  return {
    ...counts,
    lastAnchor: last === undefined ? null : { position: last.position, hash: last.hash },
  };
};

const named = (subjectId: string, problem: IsolationProblem): IsolationProblem => ({
  ...problem,
  message: `${problem.message} (of subject ${subjectId})`,
});

const everyAnchor = async ({ anchors }: AuditParts): Promise<AnchorRow[]> => {
  const rows: AnchorRow[] = [];
  for (;;) {
    const page = await anchors.after(rows.at(-1)?.position ?? 0, pageSize);
    rows.push(...page);
    if (page.length < pageSize) return rows;
  }
};

async function* everyChain({ chains }: AuditParts): AsyncGenerator<FoundChain> {
  for (let after: string | null = null; ;) {
    const page: FoundChain[] = await chains.chainsAfter(after, pageSize);
    yield* page;
    after = page.at(-1)?.head.chainId ?? null;
    if (page.length < pageSize) return;
  }
}

async function* everySubject({ chains }: AuditParts): AsyncGenerator<string> {
  for (let after: string | null = null; ;) {
    const page: string[] = await chains.subjectsAfter(after, pageSize);
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < pageSize) return;
  }
}

/** What an owner's own check does not see: that the chain goes on from its anchor; and closed chains altogether. */
const chainProblems = async (
  parts: AuditParts,
  { head, isOwned }: FoundChain,
  anchored: AnchoredHeads,
): Promise<IsolationProblem[]> => {
  const { chainId } = head;
  const rows: EntryRow[] = [];
  const anchor = anchored.get(chainId);
  for (;;) {
    const page = await parts.chains.entriesOf(chainId, rows.at(-1)?.position ?? 0, pageSize);
    rows.push(...page);
    if (page.length < pageSize) break;
  }
  const problems: IsolationProblem[] = [];
  const there = anchor && rows.find(({ position }) => position === anchor.position);
  if (anchor !== undefined && there?.hash !== anchor.hash)
    problems.push({
      code: "anchor-broken",
      table: "isolation_entries",
      row: `${chainId}/${anchor.position}`,
      message: "It is not what an anchor holds: the chain was put back, or written anew.",
    });
  if (isOwned) return problems;
  const walked = verifyChain(parts.keyring, chainId, head, rows).problems;
  // A seal whose key was rotated out says nothing; an anchor of the very same head does.
  const isAnchoredAsIs = anchor?.position === head.position && anchor.hash === head.hash;
  return [...problems, ...walked.filter(({ code }) => code !== "seal-key-unknown" || !isAnchoredAsIs)];
};

const missingChains = async (parts: AuditParts, anchored: AnchoredHeads): Promise<IsolationProblem[]> => {
  const gone = new Set(anchored.keys());
  for await (const { head } of everyChain(parts)) gone.delete(head.chainId);
  return [...gone].map((chainId) => ({
    code: "chain-missing",
    table: "isolation_heads",
    row: chainId,
    message: "An anchor holds a chain that is gone.",
  }));
};

const byteProblems = async (
  { images }: AuditParts,
  subjectId: string,
  { portraits }: SubjectCheck,
): Promise<IsolationProblem[]> => {
  const problems: IsolationProblem[] = [];
  for (const { id, sha256, contentType } of portraits) {
    // Safe: the store holds no other types, and the row was written from what was stored.
    const key = portraitKey(subjectId, sha256, contentType as StoredContentType);
    const stored = await images.get(key);
    if (stored === undefined)
      problems.push({
        code: "bytes-missing",
        table: "portraits",
        row: id,
        message: "Its picture is not in storage.",
      });
    else if (sha256Hex(stored.bytes) !== sha256)
      problems.push({
        code: "bytes-altered",
        table: "portraits",
        row: id,
        message: "The picture in storage is another than the one that was stored for it.",
      });
  }
  return problems;
};

const keepCheck = (
  { actingAs, clock }: AuditParts,
  subjectId: string,
  entryCount: number,
  problemCount: number,
): Promise<void> =>
  actingAs(subjectId, async (tx) => {
    const check = { subjectId, checkedAt: clock.now(), entryCount, problemCount };
    // Who left while the audit walked has nothing to keep it with.
    if ((await findSubject(tx, subjectId)) !== undefined) await saveCheck(tx, check);
  });
