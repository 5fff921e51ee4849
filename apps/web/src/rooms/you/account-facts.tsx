import { Bill } from "../../parts/bill.tsx";
import { Blank } from "../../parts/blank.tsx";
import type { SubjectView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";

/** Who the account is: e-mail, number, trigger word, since when. */
export function AccountFacts({ subject }: { subject: SubjectView | undefined }) {
  const { account } = useWords().you;
  const format = useFormat();
  const value = (characters: number, read: (known: SubjectView) => string) =>
    subject === undefined ? <Blank shape={{ characters }} /> : read(subject);
  return (
    <section aria-busy={subject === undefined}>
      <h2>{account.title}</h2>
      <Bill
        lines={[
          { label: account.email, value: value(20, ({ email }) => email) },
          { label: account.subjectNumber, value: value(10, ({ subjectNumber }) => subjectNumber) },
          { label: account.triggerWord, value: value(14, ({ triggerWord }) => triggerWord) },
          { label: account.since, value: value(16, ({ createdAt }) => format.day(createdAt, new Date())) },
        ]}
      />
      <p className="small quiet">{account.note}</p>
    </section>
  );
}
