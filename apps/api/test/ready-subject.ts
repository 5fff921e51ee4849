import { vi } from "vitest";
import { photo } from "./photo.ts";
import { type SignedUp, signUpWithConsent } from "./sign-up.ts";

const enough = 5;

/** What a test waits for at most; long, because machines that run tests are busy. */
export const patience = { timeout: 30_000, interval: 25 } as const;

/** Somebody who has agreed and uploaded so many photos. */
export async function signUpWithPhotos(url: string, count = enough): Promise<SignedUp> {
  const person = await signUpWithConsent(url);
  for (let number = 1; number <= count; number += 1) {
    await person.api.selfies.add.mutate(await photo(`photo ${number}.jpg`));
  }
  return person;
}

/** Somebody whose model is trained and ready. */
export async function signUpWithModel(url: string): Promise<SignedUp> {
  const person = await signUpWithPhotos(url);
  await person.api.models.train.mutate();
  await untilTrainingEnds(person);
  return person;
}

/** The newest training, once it has ended. */
export const untilTrainingEnds = (person: SignedUp) =>
  vi.waitFor(async () => {
    const training = (await person.api.models.get.query())?.trainings[0];
    if (training === undefined || training.endedAt === null)
      throw new Error(`still ${training?.status ?? "none"}`);
    return training;
  }, patience);

/** A generation, once it has ended. */
export const untilGenerationEnds = (person: SignedUp, generationId: string) =>
  vi.waitFor(async () => {
    const generation = await person.api.generations.get.query({ generationId });
    if (generation.endedAt === null) throw new Error(`still ${generation.status}`);
    return generation;
  }, patience);
