import { triggerFor } from "@selfsame/flux-core";
import { DomainError } from "../errors/domain-error.ts";
import { grantSignUpCredits } from "../credits/grant-sign-up-credits.ts";
import { openChain } from "../isolation/open-chain.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findSubject, insertSubject } from "./account.store.ts";

const lowestNumber = 1_000_000_000;
const highestNumber = 9_999_999_999;
const attempts = 20;

/**
 * The subject behind a signed-in person; made on the first call, with a number that nobody has or had.
 *
 * @throws DomainError `account_closing` when the account is being deleted
 */
export const findCaller = async (
  studio: Studio,
  person: { readonly userId: string; readonly email: string },
): Promise<Caller> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const subjectId = await studio.owners.subjectOfUser(person.userId);
    if (subjectId === undefined) {
      await giveSubject(studio, person.userId);
      continue;
    }
    const subject = await studio.actingAs(subjectId, (tx) => findSubject(tx, subjectId));
    if (subject === undefined || subject.deletionRequestedAt !== null)
      throw new DomainError("account_closing", {});
    const { subjectNumber, triggerWord } = subject;
    return { subjectId, subjectNumber, triggerWord, ...person };
  }
  throw new Error(`No free subject number was found in ${attempts} attempts`);
};

const giveSubject = async (studio: Studio, userId: string): Promise<void> => {
  const subjectNumber = String(studio.identifiers.randomWhole(lowestNumber, highestNumber));
  if (await studio.signIn.isRetired(subjectNumber)) return;
  const triggerWord = triggerFor(subjectNumber);
  if (!triggerWord.ok) throw new Error(triggerWord.error.message);
  const id = studio.identifiers.next();
  await studio.actingAs(id, async (tx) => {
    const isNew = await insertSubject(tx, {
      id,
      userId,
      subjectNumber,
      triggerWord: triggerWord.value,
      createdAt: studio.clock.now(),
    });
    if (!isNew) return;
    await grantSignUpCredits(studio, tx, id);
    await openChain(studio, tx, id);
  });
};
