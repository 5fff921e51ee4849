import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { TickBox } from "../../parts/tick-box.tsx";
import { useTRPC } from "../../trpc.ts";
import type { MadeToken, TokenScope } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";

const scopes = ["read", "generate", "train", "gallery", "account"] as const satisfies readonly TokenScope[];
const lengths = ["30", "90", "365"] as const;

/** What a new token is called, may do, and how long it works. */
export function TokenForm({ onMade, onLeave }: { onMade: (made: MadeToken) => void; onLeave: () => void }) {
  const { tokens: texts } = useWords();
  const trpc = useTRPC();
  const [name, setName] = useState("");
  const [may, setMay] = useState<readonly TokenScope[]>(["read"]);
  const [days, setDays] = useState<(typeof lengths)[number]>("90");
  const [tried, setTried] = useState(false);
  const make = useMutation(trpc.tokens.make.mutationOptions({ onSuccess: onMade }));
  const nameMissing = tried && name.trim() === "";
  const scopesMissing = tried && may.length === 0;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (make.isPending || may.length === 0) return;
    if (name.trim() === "") {
      event.currentTarget.querySelector<HTMLInputElement>("[name=token-name]")?.focus();
      return;
    }
    make.mutate({ name, scopes: [...may], days: Number(days) });
  }

  return (
    <form className="token-form" noValidate onSubmit={submit}>
      <TextField
        label={texts.name}
        type="text"
        name="token-name"
        autoComplete="off"
        value={name}
        onChange={setName}
        hint={texts.nameHint}
        problem={nameMissing ? texts.nameMissing : undefined}
      />
      <fieldset>
        <legend className="choices-label">{texts.scopes}</legend>
        {scopes.map((scope) => (
          <TickBox
            key={scope}
            checked={may.includes(scope)}
            invalid={scopesMissing}
            describedBy={scopesMissing ? "token-scopes-missing" : undefined}
            onChange={(ticked) =>
              setMay(scopes.filter((one) => (one === scope ? ticked : may.includes(one))))
            }
          >
            {texts.scope[scope].long}
          </TickBox>
        ))}
        {scopesMissing && (
          <p className="text-field-problem" id="token-scopes-missing" role="alert">
            {texts.scopesMissing}
          </p>
        )}
      </fieldset>
      <Choices
        label={texts.days}
        value={days}
        options={lengths.map((value) => ({ value, label: texts.daysOption(Number(value)) }))}
        onChange={setDays}
      />
      <div className="token-actions">
        <button type="submit" className="press" aria-disabled={make.isPending}>
          {make.isPending ? texts.making : texts.make}
        </button>
        <button type="button" className="press press-plain" onClick={onLeave}>
          {texts.keep}
        </button>
      </div>
      {make.isError && <CallProblem error={make.error} />}
    </form>
  );
}
