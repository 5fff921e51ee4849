import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { useTRPCClient } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { TakenShot } from "../../views/views.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { Cover } from "./cover.tsx";
import { takenOf } from "./taken-of.ts";

/** Collections of one's own, and the ways to one. */
export function OwnCollections({ taken }: { taken: readonly TakenShot[] | undefined }) {
  const photoshoot = useRoomWords(photoshootWords);
  const { own } = photoshoot;
  const queries = useQueries();
  const queryClient = useQueryClient();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const file = useRef<HTMLInputElement>(null);
  const collections = useQuery(queries.ownCollections());
  const bring = useMutation({
    mutationFn: async (brought: File) => {
      const words = await client.photoshoot.readCollection.mutate({ file: await brought.text() });
      return client.photoshoot.saveCollection.mutate(words);
    },
    async onSuccess({ id }) {
      await queryClient.invalidateQueries({ queryKey: queries.ownCollections().queryKey });
      await navigate({ to: "/photoshoot/$collectionId", params: { collectionId: id } });
    },
  });

  return (
    <section className="lookbook-part" aria-labelledby="own-collections">
      <h2 id="own-collections">{own.title}</h2>
      {collections.isError && collections.data === undefined && (
        <CallProblem error={collections.error} retry={() => void collections.refetch()} />
      )}
      {collections.data?.length === 0 && <p className="quiet">{own.empty}</p>}
      {collections.data !== undefined && collections.data.length > 0 && (
        <ul className="covers">
          {collections.data.map((collection) => (
            <Cover key={collection.id} collection={collection} taken={takenOf(taken, collection.id)} />
          ))}
        </ul>
      )}
      <div className="lookbook-ways">
        <Link className="press press-plain press-low" to="/photoshoot/own/new">
          {own.create}
        </Link>
        <button
          type="button"
          className="word"
          aria-disabled={bring.isPending}
          onClick={() => bring.isPending || file.current?.click()}
        >
          {bring.isPending ? own.bringing : own.bring}
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={own.bring}
          onChange={({ target }) => {
            const [brought] = target.files ?? [];
            // The same file may be brought again once it was corrected.
            target.value = "";
            if (brought !== undefined) bring.mutate(brought);
          }}
        />
      </div>
      {bring.isError && <CallProblem error={bring.error} />}
    </section>
  );
}
