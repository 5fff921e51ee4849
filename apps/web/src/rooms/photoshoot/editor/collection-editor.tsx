import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";

import { CallProblem } from "../../../parts/call-problem.tsx";
import { TextField } from "../../../parts/text-field.tsx";
import { useTRPC } from "../../../trpc.ts";
import { useQueries } from "../../../views/use-queries.ts";
import { useRoomWords } from "../../../words/room-words.ts";
import { photoshootWords } from "../../../words/photoshoot-words.ts";
import { type CollectionDraft, countIncomplete, draftsOf, emptyShot, toWords } from "./collection-draft.ts";
import { PortraitPicker } from "./portrait-picker.tsx";
import { ShotEditor } from "./shot-editor.tsx";
import "./collection-editor.css";

interface CollectionEditorProps {
  readonly begun: CollectionDraft;
  /** The collection and the version of it that was opened; null for a new one. */
  readonly replaces: { readonly id: string; readonly version: number } | null;
}

const mostShots = 40;

/** Where a collection of one's own is written, shot by shot. */
export function CollectionEditor({ begun, replaces }: CollectionEditorProps) {
  const { editor } = useRoomWords(photoshootWords);
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(begun);
  // What was opened, not what another page has made of it since: that page's change is not to be overwritten.
  const [opened] = useState(replaces);
  const [tried, setTried] = useState(false);
  const save = useMutation(
    trpc.photoshoot.saveCollection.mutationOptions({
      async onSuccess({ id }) {
        await queryClient.invalidateQueries({ queryKey: queries.ownCollections().queryKey });
        await navigate({ to: "/photoshoot/$collectionId", params: { collectionId: id } });
      },
    }),
  );

  const { title, description, shots } = draft;
  const incomplete = countIncomplete(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (save.isPending || incomplete > 0 || shots.length === 0) return;
    save.mutate({ ...toWords(draft), ...opened });
  };

  return (
    <form className="editor" noValidate onSubmit={submit}>
      <div className="editor-head">
        <TextField
          label={editor.title}
          hint={editor.titleHint}
          type="text"
          name="collection-title"
          autoComplete="off"
          value={title}
          onChange={(next) => setDraft({ ...draft, title: next })}
        />
        <TextField
          label={editor.description}
          type="text"
          name="description"
          autoComplete="off"
          value={description}
          onChange={(next) => setDraft({ ...draft, description: next })}
        />
      </div>
      <ol className="editor-shots">
        {shots.map((shot, at) => (
          <ShotEditor
            key={shot.key}
            shot={shot}
            number={at + 1}
            tried={tried}
            onChange={(changed) =>
              setDraft({ ...draft, shots: shots.map((one) => (one.key === shot.key ? changed : one)) })
            }
            onRemove={() => setDraft({ ...draft, shots: shots.filter(({ key }) => key !== shot.key) })}
          />
        ))}
      </ol>
      {shots.length < mostShots && (
        <div className="editor-more">
          <button
            type="button"
            className="press press-plain press-low"
            onClick={() => setDraft({ ...draft, shots: [...shots, emptyShot()] })}
          >
            {editor.addShot}
          </button>
          <PortraitPicker
            most={mostShots - shots.length}
            onDrafts={(drafts) => {
              const written = shots.filter((shot) => shot.moment !== "" || shot.place !== "");
              setDraft({ ...draft, shots: [...written, ...draftsOf(drafts)] });
            }}
          />
        </div>
      )}
      <div className="editor-foot">
        <button type="submit" className="press" aria-disabled={save.isPending}>
          {save.isPending ? editor.saving : editor.save}
        </button>
        <output className="small quiet">
          {tried && (shots.length === 0 ? editor.noShots : incomplete > 0 && editor.incomplete(incomplete))}
        </output>
        {save.isError && <CallProblem error={save.error} />}
      </div>
    </form>
  );
}
