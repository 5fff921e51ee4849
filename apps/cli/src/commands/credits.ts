import type { Command } from "commander";
import type { StudioClient } from "../client/studio-client.ts";
import type { BalanceView, CreditEntryView, SpendingView } from "../client/views.ts";
import { formatTable } from "../output/format-table.ts";
import { localTime } from "../output/local-time.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

interface CreditsOptions {
  readonly limit: number;
  readonly cap?: number;
  readonly uncapped?: true;
}

const defaultLimit = 20;
/** The most the studio gives at once. */
const pageSize = 100;

/** `selfsame credits`: what there is to spend, where it went, and how much a month may cost. */
export function addCredits(program: Command, run: Run): void {
  program
    .command("credits")
    .description("show your credits and where they went, or limit what a month may cost")
    .option("--limit <number>", "how many entries", wholeNumber({ minimum: 1 }), defaultLimit)
    .option("--cap <credits>", "spend no more than this in a month", wholeNumber({ minimum: 0 }))
    .option("--uncapped", "spend without a monthly limit of your own")
    .action(({ limit, cap, uncapped }: CreditsOptions) =>
      run(async (invocation) => {
        const { client } = await signedIn(invocation);
        if (cap !== undefined || uncapped === true)
          await client.credits.setMonthlyCap.mutate({ cap: cap ?? null });
        const [balance, spending, costs, { entries, more }] = await Promise.all([
          client.credits.balance.query(),
          client.credits.spending.query(),
          client.studio.get.query().then((studio) => studio.costs),
          listEntries(client, limit),
        ]);
        return {
          document: { balance, spending, costs, entries, more },
          lines: [
            ...summaryOf(balance, spending, costs),
            "",
            ...statementOf(entries),
            ...(more ? ["", `There are older entries: selfsame credits --limit ${limit * 2}.`] : []),
          ],
        };
      }),
    );
}

async function listEntries(
  client: StudioClient,
  limit: number,
): Promise<{ entries: CreditEntryView[]; more: boolean }> {
  const entries: CreditEntryView[] = [];
  let cursor: number | null = null;
  do {
    const page: { entries: CreditEntryView[]; nextCursor: number | null } =
      await client.credits.history.query({
        cursor,
        limit: Math.min(limit - entries.length, pageSize),
      });
    entries.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null && entries.length < limit);
  return { entries, more: cursor !== null };
}

function summaryOf(
  { available, reserved }: BalanceView,
  { spent, ownCap, studioCap }: SpendingView,
  { portrait, training }: { readonly portrait: number; readonly training: number },
): string[] {
  const caps = [
    ...(ownCap === null ? [] : [`${ownCap} by your own limit`]),
    ...(studioCap === null ? [] : [`${studioCap} by the studio's`]),
  ];
  return [
    `To spend    ${available}${reserved === 0 ? "" : `, and ${reserved} held for what is under way`}`,
    `This month  ${spent} spent${caps.length === 0 ? "" : `, of ${caps.join(" and ")}`}`,
    `Prices      a portrait ${portrait}, a training ${training}`,
  ];
}

const kinds = { grant: "came in", reserve: "held", settle: "spent", release: "given back" } as const;
const reasons = {
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
} as const satisfies Record<CreditEntryView["reason"], string>;

function statementOf(entries: readonly CreditEntryView[]): string[] {
  const rows = entries.map(({ createdAt, kind, amount, held, availableAfter, reason, note }) => [
    localTime(createdAt),
    kinds[kind],
    // What is spent was held before: it changes nothing of what can be spent.
    kind === "settle" ? -Math.abs(held) : amount,
    availableAfter,
    note === null ? reasons[reason] : `${reasons[reason]}: ${note}`,
  ]);
  return formatTable(["when", "what", "credits", "to spend", "why"], rows);
}
