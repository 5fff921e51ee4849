import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { expressionOrder } from "../../parts/expression-order.ts";
import { TextField } from "../../parts/text-field.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { CardView, ConversationView } from "../../views/views.ts";
import { useMayaWords } from "../../words/maya-words.ts";
import { useWords } from "../../words/words-context.tsx";
import { type CardDraft, cardDraft, readCardDraft } from "./card-draft.ts";
import { withTurn } from "./conversation-cache.ts";
import { useEscape } from "./use-escape.ts";

interface CardFormProps {
  readonly turnId: string;
  readonly card: CardView;
  readonly onDone: () => void;
}

const clauses = ["clothes", "place", "light"] as const;
const outputNumbers = [1, 2, 3, 4];

/** A card while it is changed, in its own place. */
export function CardForm({ turnId, card, onDone }: CardFormProps) {
  const maya = useMayaWords();
  const { studio } = useWords();
  const { form } = maya;
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<CardDraft>(() => cardDraft(card));
  const [isGuidanceWrong, setGuidanceWrong] = useState(false);
  const edit = useMutation(
    trpc.maya.editCard.mutationOptions({
      onSuccess(turn) {
        queryClient.setQueriesData<ConversationView>({ queryKey: trpc.maya.read.queryKey() }, (known) =>
          known?.turns.some(({ id }) => id === turn.id) === true ? withTurn(known, turn) : known,
        );
        void queryClient.invalidateQueries({ queryKey: trpc.maya.previewCard.queryKey() });
        void queryClient.invalidateQueries({ queryKey: queries.conversations().queryKey });
        onDone();
      },
    }),
  );
  useEscape(onDone);
  const change = (part: Partial<CardDraft>) => {
    edit.reset();
    setGuidanceWrong(false);
    setDraft((before) => ({ ...before, ...part }));
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    if (edit.isPending) return;
    const changes = readCardDraft(card, draft);
    setGuidanceWrong(changes === null);
    if (changes === null) return;
    if (Object.keys(changes).length === 0) onDone();
    else edit.mutate({ turnId, cardNumber: card.number, changes });
  }

  return (
    <form className="card-form" aria-label={form.label(card.title)} noValidate onSubmit={submit}>
      <TextField
        label={form.title}
        type="text"
        name="title"
        autoComplete="off"
        value={draft.title}
        onChange={(title) => change({ title })}
      />
      <Choices
        label={maya.card.expression}
        value={draft.expression}
        options={expressionOrder.map((value) => ({ value, label: studio.expressions[value] }))}
        onChange={(expression) => change({ expression })}
      />
      <Choices
        label={maya.card.framing}
        value={draft.framing}
        // Safe: the words have every framing as a key and no other.
        options={(Object.keys(maya.card.framings) as CardView["framing"][]).map((value) => ({
          value,
          label: maya.card.framings[value],
        }))}
        onChange={(framing) => change({ framing })}
      />
      {clauses.map((field) => (
        <TextField
          key={field}
          label={maya.card[field]}
          type="text"
          name={field}
          autoComplete="off"
          value={draft[field]}
          onChange={(text) => change({ [field]: text })}
        />
      ))}
      <label className="card-brief">
        <span className="text-field-label">{form.brief}</span>
        <textarea
          value={draft.brief}
          maxLength={600}
          onChange={(event) => change({ brief: event.target.value })}
        />
        <span className="text-field-hint">{form.briefHint}</span>
      </label>
      <TextField
        label={form.guidance}
        type="text"
        name="guidance"
        autoComplete="off"
        value={draft.guidance}
        onChange={(guidance) => change({ guidance })}
        hint={form.guidanceHint}
        problem={isGuidanceWrong ? form.guidanceWrong : undefined}
      />
      <Choices
        label={form.outputs}
        value={String(draft.portraits)}
        options={outputNumbers.map((count) => ({
          value: String(count),
          label: String(count),
          spoken: form.outputSpoken(count),
        }))}
        onChange={(count) => change({ portraits: Number(count) })}
      />
      <div className="card-form-ways">
        <button type="submit" className="press press-low" aria-disabled={edit.isPending}>
          {edit.isPending ? form.submitting : form.submit}
        </button>
        <button type="button" className="word" onClick={onDone}>
          {form.cancel}
        </button>
      </div>
      {edit.isError && <CallProblem error={edit.error} />}
    </form>
  );
}
