import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testKey, testKeyring } from "../../test/test-keyring.ts";
import { createKeyring } from "../keys/keyring.ts";
import type { ChainHead } from "./chain.store.ts";
import { beforeTheFirst, entryKinds, hashOfEntry, headText, type IsolationEntry } from "./isolation-entry.ts";
import { toStatement } from "./statement.ts";
import { verifyChain } from "./verify-chain.ts";

const chainId = "0197a000-0000-7000-8000-000000000001";
const key = new Uint8Array(32).fill(3);

interface Chain {
  readonly entries: readonly IsolationEntry[];
  readonly head: ChainHead;
}

const chainOf = (
  said: readonly { readonly kind: (typeof entryKinds)[number]; readonly at: Date }[],
): Chain => {
  const entries: IsolationEntry[] = [];
  let previousHash = beforeTheFirst;
  for (const [index, { kind, at }] of said.entries()) {
    const statement = toStatement(key, { kind, reason: "because", sent: { model: "m", version: "v" } });
    const entry = { chainId, position: index + 1, at, keyNumber: 1, statement, previousHash };
    previousHash = hashOfEntry(entry);
    entries.push({ ...entry, hash: previousHash });
  }
  const last = { chainId, position: entries.length, hash: previousHash };
  const { keyId, tag } = testKeyring.seal("isolation seal", headText(last));
  return { entries, head: { ...last, sealKeyId: keyId, seal: tag } };
};

const chain = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...entryKinds),
      at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(chainOf);

const problemsOf = ({ entries, head }: Chain) => verifyChain(testKeyring, chainId, head, entries).problems;

describe("a chain", () => {
  test("holds as it was written", () => {
    fc.assert(
      fc.property(chain, (whole) => {
        expect(problemsOf(whole)).toEqual([]);
      }),
    );
  });

  test("does not hold when any one thing of any entry is another, and the entry is named", () => {
    const change = fc.constantFrom<(entry: IsolationEntry) => IsolationEntry>(
      (entry) => ({ ...entry, at: new Date(entry.at.getTime() + 1) }),
      (entry) => ({ ...entry, keyNumber: entry.keyNumber + 1 }),
      (entry) => ({ ...entry, previousHash: "a".repeat(64) }),
      (entry) => ({ ...entry, hash: "b".repeat(64) }),
      (entry) => ({ ...entry, statement: { ...entry.statement, reason: "another" } }),
      (entry) => ({ ...entry, statement: { ...entry.statement, sent: null } }),
    );
    fc.assert(
      fc.property(chain, fc.nat(), change, (whole, where, alter) => {
        const index = where % whole.entries.length;
        const entries = whole.entries.map((entry, at) => (at === index ? alter(entry) : entry));
        const rows = problemsOf({ ...whole, entries }).map(({ row }) => row);
        expect(rows).toContain(`${chainId}/${index + 1}`);
      }),
    );
  });

  test("does not hold when an entry was taken out, the last ones included", () => {
    fc.assert(
      fc.property(chain, fc.nat(), (whole, where) => {
        const entries = whole.entries.filter((_, index) => index !== where % whole.entries.length);
        expect(problemsOf({ ...whole, entries })).not.toEqual([]);
      }),
    );
  });

  test("does not hold when its whole tail was written anew without the studio's key", () => {
    fc.assert(
      fc.property(chain, chain, (whole, forged) => {
        fc.pre(whole.head.hash !== forged.head.hash);
        const head = { ...forged.head, seal: whole.head.seal };
        expect(problemsOf({ entries: forged.entries, head })).toMatchObject([{ code: "seal-not-ours" }]);
      }),
    );
  });

  test("says when it cannot know whose seal it is, and that a head is gone", () => {
    const whole = chainOf([{ kind: "chain-opened", at: new Date(0) }]);
    const stranger = createKeyring([testKey("another", 9)]);
    expect(verifyChain(stranger, chainId, whole.head, whole.entries).problems).toMatchObject([
      { code: "seal-key-unknown" },
    ]);
    expect(verifyChain(testKeyring, chainId, undefined, whole.entries).problems).toMatchObject([
      { code: "chain-missing" },
    ]);
  });
});
