import { DomainError } from "../errors/domain-error.ts";
import type { Studio } from "../studio/studio.ts";
import type { DeletionReceipt } from "./deletion-line.ts";
import { openReceipt } from "./sealed-receipt.ts";

/**
 * The receipt of a deletion, for whoever has its key: its person's session is gone.
 *
 * @throws DomainError `not_found`
 */
export const findDeletionReceipt = async (
  studio: Pick<Studio, "signIn">,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<DeletionReceipt> => {
  const row = await studio.signIn.findDeletionReceipt(id);
  const receipt = row === undefined ? undefined : openReceipt(id, key, row.sealed);
  if (receipt === undefined) throw new DomainError("not_found", { what: "receipt" });
  return receipt;
};
