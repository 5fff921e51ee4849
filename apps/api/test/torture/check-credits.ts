import pg from "pg";
import { z } from "zod";
import { defaultCreditSettings } from "../../src/credits/credit-settings.ts";
import type { Aftermath } from "./read-aftermath.ts";

const entry = z.object({
  id: z.uuid(),
  subject_id: z.uuid(),
  position: z.number(),
  kind: z.enum(["grant", "reserve", "settle", "release"]),
  amount: z.number(),
  held: z.number(),
  available_after: z.number(),
  held_after: z.number(),
  reservation_id: z.uuid().nullable(),
  generation_id: z.uuid().nullable(),
  training_id: z.uuid().nullable(),
});
type Entry = z.infer<typeof entry>;
const fault = z.object({ subject_id: z.uuid(), fault: z.string() });

/** What the ledgers turned out to hold. */
export interface CreditsFound {
  readonly broken: readonly string[];
  readonly entries: number;
  readonly reserved: number;
  readonly settled: number;
  readonly released: number;
}

/** Adds every ledger up anew, entry by entry, and holds what was taken against what was delivered. */
export async function checkCredits(databaseUrl: string, after: Aftermath): Promise<CreditsFound> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const entries = z
      .array(entry)
      .parse((await client.query("select * from credit_entries order by subject_id, position")).rows);
    // The studio's own audit is asked as well, and must not be better pleased than this one.
    const faults = z.array(fault).parse((await client.query("select * from credit_ledger_faults(100)")).rows);
    const bySubject = Map.groupBy(entries, (row) => row.subject_id);
    const spent = entries.filter(({ kind }) => kind === "settle");
    const sum = (kind: Entry["kind"]): number =>
      entries.filter((row) => row.kind === kind).reduce((total, { held }) => total + Math.abs(held), 0);
    return {
      broken: [
        ...faults.map((found) => `the ledger's own audit: ${found.fault}`),
        ...[...bySubject.values()].flatMap(checkArithmetic),
        ...checkWork(entries, spent, after),
      ],
      entries: entries.length,
      reserved: sum("reserve"),
      settled: sum("settle"),
      released: sum("release"),
    };
  } finally {
    await client.end();
  }
}

function checkArithmetic(entries: readonly Entry[]): string[] {
  let available = 0;
  let held = 0;
  const wrong = entries.flatMap((row, index) => {
    available += row.amount;
    held += row.held;
    const adds = row.position === index + 1 && row.available_after === available && row.held_after === held;
    return adds && available >= 0 ? [] : [`entry ${row.position} of a ledger does not add up`];
  });
  return held === 0 ? wrong : [...wrong, `${held} credits are held although everything has ended`];
}

/** Each piece of work reserved once, and took what was delivered: a credit a portrait, a training its price. */
function checkWork(entries: readonly Entry[], spent: readonly Entry[], after: Aftermath): string[] {
  const takenFrom = (reservationId: string): number =>
    spent.filter((row) => row.reservation_id === reservationId).reduce((total, row) => total - row.held, 0);
  const portraits = Map.groupBy(after.portraits, (portrait) => portrait.generation_id);
  const work = [
    ...after.generations.map(({ id, outputs }) => ({
      id,
      price: outputs,
      delivered: portraits.get(id)?.length ?? 0,
    })),
    ...after.trainings.map(({ id, status }) => ({
      id,
      price: defaultCreditSettings.training,
      delivered: status === "ready" ? defaultCreditSettings.training : 0,
    })),
  ];
  const reservations = entries.filter(({ kind }) => kind === "reserve");
  const wrong = work.flatMap(({ id, price, delivered }) => {
    const own = reservations.filter((row) => row.generation_id === id || row.training_id === id);
    const [reservation] = own;
    if (reservation === undefined || own.length > 1) return [`${id} has ${own.length} reservations, not one`];
    const taken = takenFrom(reservation.id);
    return reservation.held === price && taken === delivered
      ? []
      : [`${id} held ${reservation.held} of ${price} credits and took ${taken} for ${delivered}`];
  });
  const extra = reservations.length - work.length;
  return extra === 0 ? wrong : [...wrong, `${extra} reservations too many`];
}
