import type { DeletionReceipt } from "../../views/views.ts";

/** Where the receipt waits for the page that shows it; it is nowhere else. */
export const deletionReceiptKey = ["deletion-receipt"] as const;

export type KeptReceipt = DeletionReceipt | undefined;
