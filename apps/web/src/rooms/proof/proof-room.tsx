import { useInfiniteQuery } from "@tanstack/react-query";

import { Bill } from "../../parts/bill.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { ProblemNotice } from "../../parts/problem-notice.tsx";
import { ShowMore } from "../../parts/show-more.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { ProofView } from "../../views/views.ts";
import { useProofWords } from "../../words/use-proof-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { YouParts } from "../you/you-parts.tsx";
import { PortraitProof } from "./portrait-proof.tsx";
import "./proof-room.css";

/** How it is known of every portrait that it was made from one's own face, and of nobody else's. */
export function ProofRoom() {
  const proof = useProofWords();
  const pages = useInfiniteQuery(useQueries().proof());
  const first = pages.data?.pages[0];
  const portraits = pages.data?.pages.flatMap((page) => page.portraits) ?? [];
  return (
    <>
      <RoomHeading room={proof.room} lead={first === undefined ? proof.checking : proof.lead(first)}>
        {proof.room}
      </RoomHeading>
      <YouParts />
      {pages.isError && <CallProblem error={pages.error} retry={() => void pages.refetch()} />}
      {first !== undefined && first.problems.length > 0 && (
        <ProblemNotice what={proof.broken(first.problems.length)} fix={proof.brokenFix}>
          <ul>
            {first.problems.map(({ table, row, message }) => (
              <li key={`${table} ${row} ${message}`}>{message}</li>
            ))}
          </ul>
        </ProblemNotice>
      )}
      <div className="proof" aria-busy={pages.isPending}>
        {first !== undefined && <ProofFigures proof={first} />}
        {first !== undefined && portraits.length === 0 && <p>{proof.noPortraits}</p>}
        <ol className="proof-portraits">
          {portraits.map((portrait) => (
            <PortraitProof key={portrait.portraitId} portrait={portrait} />
          ))}
        </ol>
        <ShowMore pages={pages} label={proof.more} loading={proof.loadingMore} />
      </div>
    </>
  );
}

function ProofFigures({ proof: found }: { proof: ProofView }) {
  const proof = useProofWords();
  const format = useFormat();
  const moment = (iso: string | null) => (iso === null ? proof.never : format.moment(iso));
  return (
    <section>
      <h2>{proof.log}</h2>
      <Bill
        lines={[
          { label: proof.since, value: moment(found.since) },
          { label: proof.entries, value: format.count(found.entries) },
          { label: proof.letThrough, value: format.count(found.letThrough) },
          { label: proof.refused, value: format.count(found.refused) },
          { label: proof.checkedNow, value: moment(found.checkedAt) },
          { label: proof.checkedByStudio, value: moment(found.studioCheck?.at ?? null) },
        ]}
      />
      <p className="small quiet">{proof.note}</p>
    </section>
  );
}
