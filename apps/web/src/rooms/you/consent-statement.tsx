import { Collapsible } from "@base-ui/react/collapsible";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { SubjectView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { ConsentClauses } from "../consent/consent-clauses.tsx";

/** What was agreed to, in which version and when, with the text itself. */
export function ConsentStatement({ subject }: { subject: SubjectView | undefined }) {
  const words = useWords();
  const { consent } = words.you;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const text = useQuery({ ...useQueries().consentText(), enabled: open });
  const given = subject?.consent ?? null;

  return (
    <section>
      <h2>{consent.title}</h2>
      <p>
        {subject === undefined
          ? words.waiting
          : given === null
            ? consent.missing
            : consent.given(given.textVersion, format.moment(given.givenAt))}
      </p>
      {subject !== undefined && given === null && (
        <Link className="press press-plain" to="/consent" search={{ with: "selfies" }}>
          {words.face.consentFirst.go}
        </Link>
      )}
      {given !== null && (
        <Collapsible.Root open={open} onOpenChange={(next) => setOpen(next)}>
          <Collapsible.Trigger className="word">{open ? consent.hide : consent.read}</Collapsible.Trigger>
          <Collapsible.Panel>
            {text.isError ? <CallProblem error={text.error} /> : <ConsentClauses text={text.data} />}
            {text.data !== undefined && text.data.version !== given.textVersion && (
              <p className="small quiet">{consent.outdated(text.data.version)}</p>
            )}
          </Collapsible.Panel>
        </Collapsible.Root>
      )}
    </section>
  );
}
