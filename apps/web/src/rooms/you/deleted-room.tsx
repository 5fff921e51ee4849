import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { Bill } from "../../parts/bill.tsx";
import { PlainPage } from "../../shell/plain-page.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { deletionReceiptKey, type KeptReceipt } from "./deletion-receipt.ts";

/** The receipt after everything was deleted. */
export function DeletedRoom() {
  const { receipt: words } = useWords().you;
  const format = useFormat();
  const receipt = useQueryClient().getQueryData<KeptReceipt>(deletionReceiptKey);
  return (
    <PlainPage>
      <RoomHeading room={words.room} lead={receipt === undefined ? words.none : words.lead}>
        {receipt === undefined ? words.room : words.title}
      </RoomHeading>
      {receipt !== undefined && (
        <Bill
          lines={[
            { label: words.selfies, value: format.count(receipt.deleting.selfies) },
            { label: words.models, value: format.count(receipt.deleting.models) },
            { label: words.trainings, value: format.count(receipt.deleting.trainings) },
            { label: words.generations, value: format.count(receipt.deleting.generations) },
            { label: words.portraits, value: format.count(receipt.deleting.portraits) },
          ]}
        />
      )}
      <p className="deleted-back">
        <Link className="press press-plain" to="/">
          {words.back}
        </Link>
      </p>
    </PlainPage>
  );
}
