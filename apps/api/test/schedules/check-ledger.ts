import { creditsPerPortrait, defaultCreditSettings } from "../../src/credits/credit-settings.ts";
import type { CreditEntryRow } from "../../src/credits/credit-entry.store.ts";
import type { StudioRecords } from "./check-outcome.ts";

/** What became of the credits that were held for one piece of work. */
export interface CreditsOfWork {
  readonly reserved: number;
  readonly spent: number;
  readonly givenBack: number;
}

/** Sums up what was held for one generation or training, spent of it, and given back. */
export function creditsOf(entries: readonly CreditEntryRow[], workId: string): CreditsOfWork {
  const reservation = entries.find(
    ({ generationId, trainingId }) => generationId === workId || trainingId === workId,
  );
  const sum = (kind: CreditEntryRow["kind"]): number =>
    entries
      .filter((entry) => entry.reservationId === reservation?.id && entry.kind === kind)
      .reduce((total, { held }) => total + Math.abs(held), 0);
  if (reservation === undefined) return { reserved: 0, spent: 0, givenBack: 0 };
  return { reserved: sum("reserve"), spent: sum("settle"), givenBack: sum("release") };
}

/** Everything in a person's ledger that does not fit what the person got, in words; none is what is wanted. */
export function ledgerFaults({ generations, portraits, trainings, entries }: StudioRecords): string[] {
  const price = defaultCreditSettings.training;
  const wanted = [
    ...generations.map(({ id, outputs }) => {
      const delivered = portraits.filter(({ generationId }) => generationId === id).length;
      return { id, reserved: outputs * creditsPerPortrait, spent: delivered * creditsPerPortrait };
    }),
    ...trainings.map(({ id, status }) => ({ id, reserved: price, spent: status === "ready" ? price : 0 })),
  ];
  const wrong = wanted.flatMap(({ id, reserved, spent }) => {
    const found = creditsOf(entries, id);
    const isRight =
      found.reserved === reserved && found.spent === spent && found.givenBack === reserved - spent;
    return isRight ? [] : [`${id} should cost ${spent} of ${reserved} credits: ${JSON.stringify(found)}`];
  });
  const spent = wanted.reduce((total, work) => total + work.spent, 0);
  const granted = entries
    .filter(({ kind }) => kind === "grant")
    .reduce((total, { amount }) => total + amount, 0);
  const last = entries.at(-1);
  if (last?.availableAfter !== granted - spent || last.heldAfter !== 0)
    wrong.push(
      `of ${granted} credits ${spent} are spent, and the ledger has ${last?.availableAfter ?? "none"} and holds ${last?.heldAfter ?? "none"}`,
    );
  const isGapless = entries.every(({ position }, index) => position === index + 1);
  return isGapless ? wrong : [...wrong, "the ledger's entries are not numbered without gaps"];
}
