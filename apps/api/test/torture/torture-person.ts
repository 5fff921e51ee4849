import { photo } from "../photo.ts";
import { type SignedUp, signUpWithConsent } from "../sign-up.ts";
import { until } from "./until.ts";

const selfies = 5;
const patienceMs = 120_000;

/** Somebody who has agreed and uploaded enough for a training. */
export async function signUpForTorture(url: string): Promise<SignedUp> {
  const person = await signUpWithConsent(url);
  for (let number = 1; number <= selfies; number += 1) {
    await person.api.selfies.add.mutate(await photo(`photo ${number}.jpg`));
  }
  return person;
}

/** Waits until a person's newest training has ended, and says how. */
export const untilTrained = (person: SignedUp): Promise<string> =>
  until("a training to end", patienceMs, async () => {
    const training = (await person.api.models.get.query())?.trainings[0];
    return training === undefined || training.endedAt === null ? undefined : training.status;
  });
