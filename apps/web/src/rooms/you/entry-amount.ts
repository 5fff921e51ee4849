import type { CreditEntryView } from "../../views/views.ts";

/**
 * An entry's amount as a statement shows it: with a sign where it changes what can be spent, in brackets where credits
 * that were held already are spent.
 *
 * @example
 * entryAmount({ kind: "reserve", amount: -3, held: 3 }) // "−3"
 */
export function entryAmount({
  kind,
  amount,
  held,
}: Pick<CreditEntryView, "kind" | "amount" | "held">): string {
  if (kind === "settle") return `(${Math.abs(held)})`;
  return amount < 0 ? `−${Math.abs(amount)}` : `+${amount}`;
}
