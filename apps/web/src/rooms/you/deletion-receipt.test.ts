import { expect, it } from "vitest";

import { readReceiptHash, receiptHash } from "./deletion-receipt.ts";

const address = { id: "0197a000-0000-7000-8000-000000000001", key: "A-_9".repeat(10) };

it("a receipt's address comes back from behind the # as it went there", () => {
  expect(readReceiptHash(`#${receiptHash(address)}`)).toEqual(address);
});

it.each(["", "#", "#receipt=", "#receipt=only", "#receipt=.key", "#receipt=a.b.c", "#token=a.b"])(
  "%o names no receipt",
  (hash) => {
    expect(readReceiptHash(hash)).toBeNull();
  },
);
