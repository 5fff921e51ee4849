import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { useAnnounce } from "../../shell/announcer.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { MadeToken, TokenView } from "../../views/views.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { MadeTokenOnce } from "./made-token-once.tsx";
import { TokenForm } from "./token-form.tsx";
import "./access-tokens.css";

/** The keys given to scripts and other apps: each with what it may do, and its end. */
export function AccessTokens() {
  const { tokens: texts } = useWords();
  const query = useQueries().tokens();
  const listed = useQuery(query);
  const queryClient = useQueryClient();
  const [asks, setAsks] = useState(false);
  const [made, setMade] = useState<MadeToken | null>(null);
  const tokens = listed.data?.tokens ?? [];

  function show(fresh: MadeToken) {
    setAsks(false);
    setMade(fresh);
    void queryClient.invalidateQueries({ queryKey: query.queryKey });
  }

  return (
    <section className="access-tokens" aria-busy={listed.isPending}>
      <h2>{texts.title}</h2>
      <p>{texts.lead}</p>
      {listed.data !== undefined && tokens.length === 0 && <p className="small quiet">{texts.none}</p>}
      {tokens.length > 0 && (
        <ul className="you-sessions">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {listed.isError && <CallProblem error={listed.error} retry={() => void listed.refetch()} />}
      {made !== null && <MadeTokenOnce made={made} onDone={() => setMade(null)} />}
      {asks && <TokenForm onMade={show} onLeave={() => setAsks(false)} />}
      {!asks && made === null && (
        <button type="button" className="press press-plain" onClick={() => setAsks(true)}>
          {texts.open}
        </button>
      )}
    </section>
  );
}

function TokenRow({ token }: { token: TokenView }) {
  const { tokens: texts, language } = useWords();
  const format = useFormat();
  const announce = useAnnounce();
  const [now] = useState(() => new Date());
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { queryKey } = useQueries().tokens();
  const revoke = useMutation(
    trpc.tokens.revoke.mutationOptions({
      onSuccess: () => announce(texts.revoked(token.name)),
      onSettled: () => queryClient.invalidateQueries({ queryKey }),
    }),
  );
  const scopes = token.scopes.map((scope) => texts.scope[scope].short);
  const facts = [
    texts.may(new Intl.ListFormat(language).format(scopes)),
    token.expired ? texts.ranOut : texts.until(format.day(token.expiresAt, now)),
    token.usedAt === null ? texts.neverUsed : texts.used(format.nearDay(token.usedAt, now)),
  ];
  return (
    <li>
      <span>
        {token.name} <code className="small quiet">{token.hint}…</code>
      </span>
      {facts.map((fact) => (
        <span key={fact} className="small quiet">
          {fact}
        </span>
      ))}
      <button
        type="button"
        className="press press-plain press-low"
        aria-label={texts.revokeNamed(token.name)}
        aria-disabled={revoke.isPending}
        onClick={() => revoke.isPending || revoke.mutate({ tokenId: token.id })}
      >
        {texts.revoke}
      </button>
      {revoke.isError && <CallProblem error={revoke.error} />}
    </li>
  );
}
