import { useInfiniteQuery } from "@tanstack/react-query";

import { CallProblem } from "../../parts/call-problem.tsx";
import { ShowMore } from "../../parts/show-more.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { CreditEntryView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { entryAmount } from "./entry-amount.ts";
import "./credits.css";

/** Every entry of one's ledger, newest first, as a bank would print it. */
export function CreditStatement() {
  const { credits } = useWords();
  const { history } = credits;
  const pages = useInfiniteQuery(useQueries().creditHistory());
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="you-wide" aria-busy={pages.isPending}>
      <h2>{history.title}</h2>
      {pages.isError && <CallProblem error={pages.error} retry={() => void pages.refetch()} />}
      <ol className="statement">
        {entries.map((entry) => (
          <StatementLine key={entry.id} entry={entry} />
        ))}
      </ol>
      <ShowMore pages={pages} label={history.more} loading={history.loadingMore} />
    </section>
  );
}

function StatementLine({ entry }: { entry: CreditEntryView }) {
  const { history } = useWords().credits;
  const format = useFormat();
  return (
    <li>
      <time className="quiet" dateTime={entry.createdAt}>
        {format.moment(entry.createdAt)}
      </time>
      <span>
        {history.kinds[entry.kind]}, {history.reasons[entry.reason]}
        {entry.note !== null && <q className="quiet">{entry.note}</q>}
      </span>
      <span className="statement-amount">{entryAmount(entry)}</span>
      <span className="statement-left quiet">{history.left(entry.availableAfter)}</span>
    </li>
  );
}
