import { z } from "zod";
import type { DescribedEntry } from "./credit-entry.store.ts";

/** An entry of one's ledger as a page shows it; amounts in credits. */
export const entryView = z.object({
  id: z.uuid(),
  /** 1 for the first; newer ones are higher by 1. */
  position: z.int(),
  kind: z.enum(["grant", "reserve", "settle", "release"]),
  /** How it changed what can be spent. */
  amount: z.int(),
  /** How it changed what is held for work under way. */
  held: z.int(),
  availableAfter: z.int(),
  reason: z.enum([
    "sign-up",
    "operator",
    "payment",
    "generation",
    "training",
    "delivered",
    "withheld",
    "failed",
    "canceled",
    "expired",
  ]),
  /** Why an operator gave credits, in words. */
  note: z.string().nullable(),
  /** What it was for; both null for a grant. */
  generationId: z.uuid().nullable(),
  trainingId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
});

/** Puts an entry into the page's form. */
export const toEntryView = (entry: DescribedEntry): z.infer<typeof entryView> => ({
  id: entry.id,
  position: entry.position,
  kind: entry.kind,
  amount: entry.amount,
  held: entry.held,
  availableAfter: entry.availableAfter,
  reason: entry.reason,
  note: entry.note,
  ...entry.work,
  createdAt: entry.createdAt.toISOString(),
});
