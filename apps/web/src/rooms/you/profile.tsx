import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { TextField } from "../../parts/text-field.tsx";
import { TickBox } from "../../parts/tick-box.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { ProfileView } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import { type ProfileDraft, profileDraft, readProfileDraft } from "./profile-draft.ts";
import "./profile.css";

/** What must not drift from portrait to portrait: hair, age, glasses, one's own words. */
export function Profile() {
  const { profile } = useWords().you;
  const found = useQuery(useQueries().profile());
  return (
    <section className="profile" aria-busy={found.data === undefined && !found.isError}>
      <h2>{profile.title}</h2>
      <p className="small quiet">{profile.note}</p>
      {found.isError && found.data === undefined && (
        <CallProblem error={found.error} retry={() => void found.refetch()} />
      )}
      {found.data !== undefined && <ProfileForm saved={found.data} />}
      {found.data === undefined && !found.isError && <Blank shape={{ characters: 24 }} />}
    </section>
  );
}

function ProfileForm({ saved }: { saved: ProfileView }) {
  const { profile } = useWords().you;
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<ProfileDraft>(() => profileDraft(saved));
  const [agesWrong, setAgesWrong] = useState(false);
  const save = useMutation(
    trpc.account.saveProfile.mutationOptions({
      onSuccess: (view) => queryClient.setQueryData(queries.profile().queryKey, view),
    }),
  );

  function change(changes: Partial<ProfileDraft>) {
    setAgesWrong(false);
    save.reset();
    setDraft((before) => ({ ...before, ...changes }));
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (save.isPending) return;
    const appearance = readProfileDraft(draft);
    setAgesWrong(appearance === null);
    if (appearance === null) {
      event.currentTarget.querySelector<HTMLInputElement>("[name=ageFrom]")?.focus();
      return;
    }
    save.mutate(appearance);
  }

  const clause = save.data?.clause ?? saved.clause;
  return (
    <form className="profile-form" noValidate onSubmit={submit}>
      <TextField
        label={profile.hair}
        type="text"
        name="hair"
        autoComplete="off"
        value={draft.hair}
        onChange={(hair) => change({ hair })}
        hint={profile.hairHint}
      />
      <div className="profile-ages">
        <TextField
          label={profile.ageFrom}
          type="text"
          name="ageFrom"
          autoComplete="off"
          inputMode="numeric"
          value={draft.ageFrom}
          onChange={(ageFrom) => change({ ageFrom })}
          problem={agesWrong ? profile.agesWrong : undefined}
        />
        <TextField
          label={profile.ageTo}
          type="text"
          name="ageTo"
          autoComplete="off"
          inputMode="numeric"
          value={draft.ageTo}
          onChange={(ageTo) => change({ ageTo })}
        />
      </div>
      <TickBox checked={draft.glasses} onChange={(glasses) => change({ glasses })}>
        {profile.glasses}
      </TickBox>
      <TextField
        label={profile.ownWords}
        type="text"
        name="ownWords"
        autoComplete="off"
        value={draft.ownWords}
        onChange={(ownWords) => change({ ownWords })}
        hint={profile.ownWordsHint}
      />
      <button type="submit" className="press" aria-disabled={save.isPending}>
        {save.isPending ? profile.saving : profile.save}
      </button>
      {save.isError && <CallProblem error={save.error} />}
      <output className="small">
        {save.isSuccess && `${profile.saved} `}
        {clause === null ? profile.saysNothing : profile.says(clause)}
      </output>
    </form>
  );
}
