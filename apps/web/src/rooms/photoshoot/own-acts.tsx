import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { CollectionView } from "../../views/views.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";

/** What one can do with a collection of one's own besides shooting it. */
export function OwnActs({ collection }: { collection: CollectionView }) {
  const { own } = useRoomWords(photoshootWords);
  const trpc = useTRPC();
  const queries = useQueries();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { id, title, description, shots } = collection;
  const share = useMutation(
    trpc.photoshoot.writeCollection.mutationOptions({
      onSuccess: ({ file }) => offerFile(file, `${title}.json`),
    }),
  );
  const remove = useMutation(
    trpc.photoshoot.deleteCollection.mutationOptions({
      async onSuccess() {
        await navigate({ to: "/photoshoot" });
        await queryClient.invalidateQueries({ queryKey: queries.ownCollections().queryKey });
      },
    }),
  );

  return (
    <>
      <Link className="word" to="/photoshoot/own/$collectionId" params={{ collectionId: id }}>
        {own.edit}
      </Link>
      <button
        type="button"
        className="word"
        aria-disabled={share.isPending}
        title={own.shared}
        onClick={() =>
          share.isPending ||
          share.mutate({
            title,
            description,
            shots: shots.map(({ brief: _brief, ...shot }) => shot),
          })
        }
      >
        {own.share}
      </button>
      <button
        type="button"
        className="word"
        aria-disabled={remove.isPending}
        onClick={() => remove.isPending || setAsking(true)}
      >
        {own.remove}
      </button>
      {share.isError && <CallProblem error={share.error} />}
      {remove.isError && <CallProblem error={remove.error} />}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={own.removeTitle}
        description={own.removeText}
        actions={
          <>
            <button type="button" className="press press-plain" onClick={() => setAsking(false)}>
              {own.removeNo}
            </button>
            <button
              type="button"
              className="press"
              onClick={() => {
                setAsking(false);
                remove.mutate({ id });
              }}
            >
              {own.removeYes}
            </button>
          </>
        }
      />
    </>
  );
}

/** Hands a text to the browser as a file to keep. */
function offerFile(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
