import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { imageAddress, imageSourceSet } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { domainErrorOf } from "../../problems/problem-of.ts";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { Measures } from "./measures.tsx";
import { siftOfSearch } from "../gallery/sift-of-search.ts";
import { UndoNotice } from "../gallery/undo-notice.tsx";
import { useKeep } from "../gallery/use-keep.ts";
import { useRoomKeys } from "../gallery/use-room-keys.ts";
import { useTrash } from "../gallery/use-trash.ts";
import { Lightbox } from "./lightbox.tsx";
import { neighboursOf } from "./neighbours-of.ts";
import { PortraitActs } from "./portrait-acts.tsx";
import { portraitTitle } from "./portrait-title.ts";
import { Recipe } from "./recipe.tsx";
import { RecipeFacts } from "./recipe-facts.tsx";
import { TrashedNotice } from "./trashed-notice.tsx";
import "./portrait-room.css";

const route = getRouteApi("/signed-in/house/gallery/$portraitId");

/** One portrait, large, and how it was made. */
export function PortraitRoom() {
  const words = usePortraitWords();
  const { frame } = useWords();
  const format = useFormat();
  const { portraitId } = route.useParams();
  const { view, ...search } = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueries();
  const portrait = useQuery(queries.portrait(portraitId));
  const gallery = useInfiniteQuery(queries.gallery(siftOfSearch(search)));
  const neighbours = neighboursOf(gallery.data?.pages ?? [], portraitId);
  const keep = useKeep();
  const trash = useTrash();
  const shown = portrait.data;
  const isByTime = search.order === undefined;

  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    const kept = view === undefined ? search : { ...search, view };
    void navigate({
      to: "/gallery/$portraitId",
      params: { portraitId: id },
      search: kept,
      replace: true,
      resetScroll: view === undefined,
    });
  };
  const goBack = () => void navigate({ to: "/gallery", search, resetScroll: false });
  const setLarge = (isLarge: boolean) =>
    void navigate({
      to: "/gallery/$portraitId",
      params: { portraitId },
      search: isLarge ? { ...search, view: "large" } : search,
      replace: !isLarge,
      resetScroll: false,
    });
  const putIntoTrash = () => {
    if (shown === undefined || shown.trashedAt !== null) return;
    trash.trash([shown]);
    const next = neighbours.earlier ?? neighbours.later;
    if (next === undefined) goBack();
    else goTo(next);
  };

  const act = (key: string): boolean => {
    switch (key) {
      case "ArrowLeft":
        goTo(neighbours.later);
        return true;
      case "ArrowRight":
        goTo(neighbours.earlier);
        return true;
      case "f":
      case ".":
        if (shown !== undefined) keep.toggle(shown);
        return true;
      case "Delete":
      case "Backspace":
        putIntoTrash();
        return true;
    }
    return false;
  };
  useRoomKeys((key) => {
    if (act(key)) return true;
    switch (key) {
      case "Escape":
        goBack();
        return true;
      case "z":
        setLarge(true);
        return true;
      case "i":
        document.getElementById("recipe")?.focus();
        return true;
      case "c":
        void navigate({ to: "/gallery/compare", search: { a: portraitId } });
        return true;
    }
    return false;
  });

  if (portrait.isError && shown === undefined) {
    const missing = domainErrorOf(portrait.error)?.code === "not_found";
    return (
      <>
        <RoomHeading room={words.missing.title}>{missing ? words.missing.title : frame.broken}</RoomHeading>
        <CallProblem error={portrait.error} retry={missing ? undefined : () => void portrait.refetch()}>
          <Link className="word" to="/gallery">
            {words.missing.back}
          </Link>
        </CallProblem>
      </>
    );
  }

  return (
    <article>
      <nav className="crumb" aria-label={words.back}>
        <Link to="/gallery" search={search} resetScroll={false}>
          {words.back}
        </Link>
        <span className="crumb-ways">
          {neighbours.earlier !== undefined && (
            <Link
              to="/gallery/$portraitId"
              params={{ portraitId: neighbours.earlier }}
              search={search}
              rel="prev"
            >
              {isByTime ? words.earlier : words.following}
            </Link>
          )}
          {neighbours.later !== undefined && (
            <Link
              to="/gallery/$portraitId"
              params={{ portraitId: neighbours.later }}
              search={search}
              rel="next"
            >
              {isByTime ? words.later : words.preceding}
            </Link>
          )}
        </span>
      </nav>
      {shown !== undefined && shown.trashedAt !== null && <TrashedNotice portrait={shown} />}
      <div className="plate">
        <figure>
          {shown === undefined ? (
            <Blank shape="frame" />
          ) : (
            <button type="button" className="plate-picture" onClick={() => setLarge(true)}>
              <Frame
                first
                placeholderHash={shown.placeholderHash}
                simulated={shown.simulated}
                picture={{
                  address: imageAddress("portraits", shown.id, 960),
                  sourceSet: `${imageSourceSet("portraits", shown)}, ${imageAddress("portraits", shown.id, "original")} ${shown.width}w`,
                  sizes: "(max-width: 900px) 92vw, 640px",
                  alt: shown.brief,
                  fit: pictureFit(shown.width, shown.height),
                }}
              />
              <span className="unseen">{words.larger}</span>
            </button>
          )}
        </figure>
        {shown === undefined ? (
          <Waiting>
            <h1 aria-hidden="true">
              <Blank shape={{ characters: 14 }} />
            </h1>
            <Blank shape={{ characters: 24 }} />
          </Waiting>
        ) : (
          <div key={shown.id}>
            <RoomHeading room={portraitTitle(shown.brief)}>{portraitTitle(shown.brief)}</RoomHeading>
            <p className="small quiet">
              {words.made(format.moment(shown.createdAt))} {shown.simulated && words.simulated}
            </p>
            <PortraitActs portrait={shown} onTrash={putIntoTrash} />
            {trash.error !== null && <CallProblem error={trash.error} />}
            <Measures measurement={shown.measurement} />
          </div>
        )}
      </div>
      {shown !== undefined && (
        <div className="plate plate-below">
          <Recipe portrait={shown} />
          <RecipeFacts portrait={shown} />
        </div>
      )}
      {view === "large" && shown !== undefined && (
        <Lightbox
          portrait={shown}
          earlier={neighbours.earlier}
          later={neighbours.later}
          isByTime={isByTime}
          onGo={goTo}
          onKey={act}
          onClose={() => setLarge(false)}
        />
      )}
      <UndoNotice onUndone={goTo} />
    </article>
  );
}
