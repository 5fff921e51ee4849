import { DomainError } from "../errors/domain-error.ts";
import type { Studio } from "../studio/studio.ts";

/**
 * Who signs in with an address.
 *
 * @throws DomainError `not_found`
 */
export const subjectOfEmail = async (
  { signIn, owners }: Pick<Studio, "signIn" | "owners">,
  email: string,
): Promise<string> => {
  const userId = await signIn.userOf(email);
  const subjectId = userId === undefined ? undefined : await owners.subjectOfUser(userId);
  if (subjectId === undefined) throw new DomainError("not_found", { what: "subject" });
  return subjectId;
};
