import type { Preset } from "@selfsame/flux-core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState, type FormEvent } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import { useLabWords } from "../../words/lab-words.ts";
import { useWords } from "../../words/words-context.tsx";
import { ArmFields } from "./arm-fields.tsx";
import { type ArmDraft, type DesignDraft, plainArm, readBudget, readDraft } from "./design-draft.ts";
import { drawSeeds } from "./draw-seeds.ts";
import { EstimateBill } from "./estimate-bill.tsx";

const mostArms = 6;
const newId = () => crypto.randomUUID();
const each = "each";
const planned = "planned";

interface DesignDeskProps {
  readonly first: DesignDraft;
  readonly presets: readonly [Preset, ...Preset[]];
}

/** The design, part by part, beside what it would cost; starts the experiment. */
export function DesignDesk({ first, presets }: DesignDeskProps) {
  const lab = useLabWords();
  const { credits: creditWords } = useWords();
  const words = lab.design;
  const trpc = useTRPC();
  const queries = useQueries();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(first);
  // Names this very request, so that a repeated press or a lost answer never starts it twice.
  const [requestId] = useState(newId);
  const [isAsked, setIsAsked] = useState(false);

  const read = readDraft(useDeferredValue(draft));
  const design = "design" in read ? read.design : null;
  const estimate = useQuery({
    ...queries.estimate(design ?? { title: "", arms: [], briefs: [], seeds: [] }),
    enabled: design !== null,
    retry: false,
    placeholderData: (before) => before,
  });
  const balance = useQuery(queries.balance());
  const cost = design === null ? undefined : estimate.data?.credits;
  const budget = readBudget(draft.budget, cost ?? 0);
  const spendable =
    budget === null || balance.data === undefined ? undefined : Math.min(budget, balance.data.available);
  const start = useMutation(
    trpc.lab.start.mutationOptions({
      onSuccess: ({ id }) => navigate({ to: "/lab/$experimentId", params: { experimentId: id } }),
    }),
  );

  const change = (changes: Partial<DesignDraft>) => {
    setIsAsked(false);
    start.reset();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const changeArm = (key: string, changes: Partial<ArmDraft>) =>
    change({ arms: draft.arms.map((arm) => (arm.key === key ? { ...arm, ...changes } : arm)) });
  // Places of arms mean other arms once one is added or taken away.
  const changeArms = (arms: readonly ArmDraft[]) => change({ arms, comparisons: null });

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsAsked(true);
    if (design === null || budget === null || cost === undefined || start.isPending) return;
    start.mutate({ design, budgetCredits: budget, idempotencyKey: requestId });
  }

  const fault =
    "fault" in read
      ? read.fault === "parameter"
        ? words.faults.parameter(read.arm)
        : words.faults[read.fault]
      : budget === null
        ? words.faults.budget
        : null;

  return (
    <form className="two design" noValidate onSubmit={submit}>
      <div className="design-parts">
        <TextField
          label={words.name}
          type="text"
          name="title"
          autoComplete="off"
          value={draft.title}
          onChange={(title) => change({ title })}
        />
        <section>
          <h2>{words.arms}</h2>
          <p className="small quiet">{words.armsNote}</p>
          {draft.arms.map((arm, place) => (
            <ArmFields
              key={arm.key}
              arm={arm}
              presets={presets}
              place={place + 1}
              onChange={(changes) => changeArm(arm.key, changes)}
              onRemove={
                draft.arms.length > 2
                  ? () => changeArms(draft.arms.filter(({ key }) => key !== arm.key))
                  : undefined
              }
            />
          ))}
          {draft.arms.length < mostArms && (
            <button
              type="button"
              className="press press-plain press-low"
              onClick={() => changeArms([...draft.arms, plainArm("strong-likeness", newId)])}
            >
              {words.addArm}
            </button>
          )}
          {first.comparisons !== null && draft.arms.length === first.arms.length && (
            <Choices
              label={words.comparisons}
              value={draft.comparisons === null ? each : planned}
              options={[
                { value: planned, label: words.asPlanned },
                { value: each, label: words.eachAgainstEach },
              ]}
              onChange={(chosen) => change({ comparisons: chosen === each ? null : first.comparisons })}
            />
          )}
        </section>
        <label className="design-briefs">
          <span>{words.briefs}</span>
          <textarea
            rows={8}
            value={draft.briefs}
            onChange={(event) => change({ briefs: event.target.value })}
          />
        </label>
        <div className="design-seeds">
          <TextField
            label={words.seeds}
            type="text"
            name="seeds"
            autoComplete="off"
            value={draft.seeds}
            onChange={(seeds) => change({ seeds })}
            hint={words.seedsHint}
          />
          <button type="button" className="word" onClick={() => change({ seeds: drawSeeds(3).join(", ") })}>
            {words.drawSeeds}
          </button>
        </div>
      </div>
      <aside className="design-cost">
        <h2>{words.cost}</h2>
        {design === null ? null : <EstimateBill estimate={estimate.data} />}
        {estimate.isError && design !== null && <CallProblem error={estimate.error} />}
        <TextField
          label={words.budget}
          type="text"
          name="budget"
          inputMode="numeric"
          autoComplete="off"
          value={draft.budget}
          onChange={(text) => change({ budget: text })}
          hint={balance.data === undefined ? undefined : creditWords.have(balance.data.available)}
        />
        <p className="design-fault" role="alert">
          {isAsked && fault !== null ? fault : null}
        </p>
        <button
          type="submit"
          className="press press-wide"
          aria-disabled={start.isPending || estimate.isError}
        >
          {start.isPending
            ? words.starting
            : cost === undefined || budget === null
              ? words.start
              : creditWords.priced(words.start, Math.min(cost, budget))}
        </button>
        {cost !== undefined && spendable !== undefined && spendable < cost && (
          <p className="small quiet numbers">{words.stopsEarly(spendable)}</p>
        )}
        {start.isError && <CallProblem error={start.error} />}
      </aside>
    </form>
  );
}
