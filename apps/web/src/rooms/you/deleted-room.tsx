import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { PlainPage } from "../../shell/plain-page.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useTRPC } from "../../trpc.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { DeletionLines } from "./deletion-lines.tsx";
import { readReceiptHash } from "./deletion-receipt.ts";

const lookAgainMs = 2_000;
const nobodys = { id: "", key: "" };

/** The receipt of a deletion, while it goes on and when it is done: by its address alone, for there is no account. */
export function DeletedRoom() {
  const { receipt: words } = useWords().you;
  const format = useFormat();
  const address = readReceiptHash(useLocation().hash);
  const receipt = useQuery(
    useTRPC().account.deletionReceipt.queryOptions(address ?? nobodys, {
      enabled: address !== null,
      refetchInterval: ({ state }) => ((state.data?.finishedAt ?? null) === null ? lookAgainMs : false),
    }),
  );
  const { data } = receipt;
  return (
    <PlainPage>
      <RoomHeading room={words.room} lead={address === null ? words.none : words.lead}>
        {address === null ? words.room : words.title}
      </RoomHeading>
      {receipt.isError && <CallProblem error={receipt.error} retry={() => void receipt.refetch()} />}
      {data !== undefined && (
        <section className="deleted-receipt">
          <output>
            {data.finishedAt === null ? words.underWay : words.done(format.moment(data.finishedAt))}
          </output>
          {data.lines.length > 0 && <DeletionLines lines={data.lines} />}
          {data.stays.map((line) => (
            <p key={line} className="small quiet">
              {line}
            </p>
          ))}
          <button type="button" className="press" onClick={() => save(data)}>
            {words.download}
          </button>
          <p className="small quiet">{words.keep}</p>
        </section>
      )}
      <p className="deleted-back">
        <Link className="press press-plain" to="/">
          {words.back}
        </Link>
      </p>
    </PlainPage>
  );
}

function save(receipt: object): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(receipt, null, 2)], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = "selfsame-deletion-receipt.json";
  link.click();
  URL.revokeObjectURL(address);
}
