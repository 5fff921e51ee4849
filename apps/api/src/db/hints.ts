import type { Database, Transaction } from "./database.ts";

/** A notification that wakes whoever waits; who misses it looks again by the clock. */
export interface Hint {
  readonly channel: string;
  readonly payload: string;
}

const keyOf = ({ channel, payload }: Hint): string => `${channel} ${payload}`;
const noted = new WeakMap<Transaction, Map<string, Hint>>();

/**
 * Notes a hint that goes out when the transaction has committed, and not at all when it is rolled back. A NOTIFY inside
 * would hold a lock of the whole server until the commit is on the disk: all commits that tell of something would
 * then reach the disk one by one.
 */
export const hintAfterCommit = (tx: Transaction, hint: Hint): void => {
  const hints = noted.get(tx) ?? new Map<string, Hint>();
  noted.set(tx, hints.set(keyOf(hint), hint));
};

/** The hints that a transaction has noted. */
export const hintsOf = (tx: Transaction): readonly Hint[] => [...(noted.get(tx)?.values() ?? [])];

/** Sends hints, those of transactions that commit at about the same time in one statement; it never fails. */
export const createHintSender = ({ executeSql }: Database): ((hints: readonly Hint[]) => Promise<void>) => {
  let waiting = new Map<string, Hint>();
  let last = Promise.resolve();
  let next: Promise<void> | undefined;
  const send = async (): Promise<void> => {
    const hints = [...waiting.values()].map(({ channel, payload }) => [channel, payload]);
    waiting = new Map();
    next = undefined;
    const text = "select pg_notify(hint->>0, hint->>1) from jsonb_array_elements($1::jsonb) as hint";
    await executeSql(text, [JSON.stringify(hints)]).catch(() => {
      // What it told of is committed; whoever waits looks again within seconds.
    });
  };
  return (hints) => {
    for (const hint of hints) waiting.set(keyOf(hint), hint);
    next ??= last.then(send);
    last = next;
    return next;
  };
};
