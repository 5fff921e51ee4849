import type { CreditEntryView } from "../../views/views.ts";
import { plural } from "../plural.ts";

const language = "en";
const inCredits = (count: number) => plural(language, count, { one: "1 credit", other: `${count} credits` });

/** What things cost, and the statement of one's credits. */
export const credits = {
  inCredits,
  /** What stands on a button: what it does, and what that costs. */
  priced: (act: string, cost: number) => `${act} · ${inCredits(cost)}`,
  have: (available: number) => `You have ${inCredits(available)} to spend.`,
  haveHeld: (available: number, reserved: number) =>
    `You have ${inCredits(available)} to spend; ${reserved} more are held for what is under way.`,
  tooFew: (cost: number, available: number) =>
    `This costs ${inCredits(cost)}; you have ${available}. Credits held for what is under way come back when it fails or is cancelled.`,
  price: "Price",
  title: "Your credits",
  note: "One credit is one portrait. Credits are held while something is made, spent when it is here, and given back when it is not.",
  available: "To spend",
  reserved: "Held for what is under way",
  spent: "Spent this month",
  month: {
    title: "Monthly limit",
    label: "The most credits to spend in a month",
    hint: "Counted from the first of the month, UTC. Empty for no limit.",
    studio: (cap: number) => `This studio allows ${inCredits(cap)} a month.`,
    notWhole: "Write a whole number of credits, or leave it empty.",
    submit: "Keep this limit",
    submitting: "Keeping it",
    kept: "The limit is kept.",
  },
  history: {
    title: "Statement",
    loadingMore: "Reading on",
    more: "Older entries",
    left: (available: number) => `${available} left`,
    kinds: {
      grant: "Came in",
      reserve: "Held",
      settle: "Spent",
      release: "Given back",
    } satisfies Record<CreditEntryView["kind"], string>,
    reasons: {
      "sign-up": "to begin with",
      operator: "from the studio",
      payment: "a payment",
      generation: "for portraits",
      training: "for a training",
      delivered: "for what arrived",
      withheld: "withheld by the safety check",
      failed: "it failed",
      canceled: "it was cancelled",
      expired: "it was given up",
    } satisfies Record<CreditEntryView["reason"], string>,
  },
};
