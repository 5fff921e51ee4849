/** What opens the receipt of a deletion. */
export interface ReceiptAddress {
  readonly id: string;
  readonly key: string;
}

/**
 * A receipt's address as it stands behind the # of the page's: never sent to a server by the browser itself, and kept
 * by whoever keeps the address.
 */
export const receiptHash = ({ id, key }: ReceiptAddress): string => `receipt=${id}.${key}`;

/**
 * Reads a receipt's address from behind the #; null when there is none.
 *
 * @example readReceiptHash("#receipt=0197a000-0000-7000-8000-000000000001.AAAA")
 */
export function readReceiptHash(hash: string): ReceiptAddress | null {
  const given = new URLSearchParams(hash.replace(/^#/u, "")).get("receipt") ?? "";
  const [id, key, ...more] = given.split(".");
  if (id === undefined || id === "" || key === undefined || key === "" || more.length > 0) return null;
  return { id, key };
}
