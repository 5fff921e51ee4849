import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { ConfirmDialog } from "../../parts/confirm-dialog.tsx";
import { Frame } from "../../parts/frame.tsx";
import { imageAddress, imageSourceSet } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import { ShowMore } from "../../parts/show-more.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useAnnounce } from "../../shell/announcer.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useTRPC } from "../../trpc.ts";
import { useQueries } from "../../views/use-queries.ts";
import { trash as trashWords } from "../../words/en/trash.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { useTrash } from "../gallery/use-trash.ts";
import "../../parts/chapter.css";
import "./trash-room.css";

/** What was put away: until when it can be restored, and the way to remove all of it for good. */
export function TrashRoom() {
  const { goBack } = useWords();
  const words = useRoomWords({ "en-GB": trashWords });
  const format = useFormat();
  const trpc = useTRPC();
  const queries = useQueries();
  const cache = useLiveCache();
  const announce = useAnnounce();
  const trash = useTrash();
  const studio = useQuery(queries.studio());
  const pages = useInfiniteQuery(queries.trash());
  const [asking, setAsking] = useState(false);
  const empty = useMutation(
    trpc.gallery.emptyTrash.mutationOptions({
      onSuccess({ removed, left }) {
        setAsking(false);
        cache.readGalleryAgain();
        trash.forget();
        announce(left === 0 ? words.emptied(removed) : `${words.emptied(removed)} ${words.left(left)}`);
      },
    }),
  );
  const portraits = pages.data?.pages.flatMap((page) => page.portraits) ?? [];
  const total = pages.data?.pages.at(-1)?.total ?? 0;
  const days = studio.data?.trashDays;

  return (
    <>
      <nav className="crumb" aria-label={words.back}>
        <Link to="/gallery">{words.back}</Link>
      </nav>
      <RoomHeading room={words.room} lead={days === undefined ? undefined : words.lead(days)}>
        {words.room}
      </RoomHeading>
      {pages.data === undefined && !pages.isError && (
        <Waiting className="hang">
          {[1, 2, 3, 4].map((place) => (
            <Blank key={place} shape="frame" />
          ))}
        </Waiting>
      )}
      {pages.isError && <CallProblem error={pages.error} retry={() => void pages.refetch()} />}
      {trash.error !== null && <CallProblem error={trash.error} />}
      {pages.data !== undefined && portraits.length === 0 && (
        <section className="trash-empty">
          <h2>{words.empty.title}</h2>
          <p className="quiet">{words.empty.lead}</p>
          <Link className="press" to="/gallery">
            {words.empty.go}
          </Link>
        </section>
      )}
      {portraits.length > 0 && (
        <>
          <div className="trash-acts">
            <button type="button" className="word" onClick={() => trash.restore(portraits, focusRoom)}>
              {words.restoreAll}
            </button>
            <button type="button" className="word" onClick={() => setAsking(true)}>
              {words.emptyTrash(total)}
            </button>
          </div>
          <ul className="hang" aria-label={words.list}>
            {portraits.map((portrait) => (
              <li key={portrait.id} className="hang-portrait">
                <Frame
                  placeholderHash={portrait.placeholderHash}
                  simulated={portrait.simulated}
                  picture={{
                    address: imageAddress("portraits", portrait.id, 480),
                    sourceSet: imageSourceSet("portraits", portrait),
                    sizes: "(max-width: 900px) 46vw, 260px",
                    alt: portrait.brief,
                    fit: pictureFit(portrait.width, portrait.height),
                  }}
                />
                <p className="trash-foot tiny quiet">
                  <span>{words.removedOn(format.day(portrait.removedAt, new Date()))}</span>
                  <button
                    type="button"
                    className="word"
                    aria-label={words.restoreOne(portrait.brief)}
                    onClick={() => trash.restore([portrait], focusRoom)}
                  >
                    {words.restore}
                  </button>
                </p>
              </li>
            ))}
          </ul>
          <ShowMore pages={pages} label={words.more} loading={words.loading} />
        </>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={words.confirm.title}
        description={words.confirm.lead(total)}
        actions={
          <>
            <button type="button" className="press press-plain" onClick={() => setAsking(false)}>
              {goBack}
            </button>
            <button
              type="button"
              className="press"
              aria-disabled={empty.isPending}
              onClick={() => empty.isPending || empty.mutate()}
            >
              {words.confirm.act(total)}
            </button>
          </>
        }
      >
        {empty.isError && <CallProblem error={empty.error} />}
      </ConfirmDialog>
    </>
  );
}

/** What was pressed is gone with its portrait; the room has the focus then. */
const focusRoom = () => document.querySelector("h1")?.focus();
