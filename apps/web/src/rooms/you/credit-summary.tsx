import { useQuery } from "@tanstack/react-query";

import { Bill } from "../../parts/bill.tsx";
import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { MonthlyLimit } from "./monthly-limit.tsx";

/** What one has, what is held, what this month has cost, and how much a month may cost. */
export function CreditSummary() {
  const { credits } = useWords();
  const format = useFormat();
  const queries = useQueries();
  const balance = useQuery(queries.balance());
  const spending = useQuery(queries.spending());
  const failed = [balance, spending].find((query) => query.isError && query.data === undefined);
  const value = (count: number | undefined) =>
    count === undefined ? <Blank shape={{ characters: 4 }} /> : format.count(count);
  return (
    <section aria-busy={balance.data === undefined}>
      <h2>{credits.title}</h2>
      <Bill
        lines={[
          { label: credits.available, value: value(balance.data?.available) },
          { label: credits.reserved, value: value(balance.data?.reserved) },
          { label: credits.spent, value: value(spending.data?.spent) },
        ]}
      />
      <p className="small quiet">{credits.note}</p>
      {failed !== undefined && <CallProblem error={failed.error} retry={() => void failed.refetch()} />}
      {spending.data !== undefined && <MonthlyLimit spending={spending.data} />}
    </section>
  );
}
