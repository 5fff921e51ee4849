import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { imageAddress, imageSourceSet } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import { Blank } from "../../parts/blank.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { domainErrorOf } from "../../problems/problem-of.ts";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useFormat, useWords } from "../../words/words-context.tsx";
import { Measures } from "./measures.tsx";
import { neighboursOf } from "./neighbours-of.ts";
import { PortraitActs } from "./portrait-acts.tsx";
import { portraitTitle } from "./portrait-title.ts";
import { Recipe } from "./recipe.tsx";
import { RecipeFacts } from "./recipe-facts.tsx";
import "./portrait-room.css";

const route = getRouteApi("/signed-in/house/gallery/$portraitId");

/** One portrait, large, and how it was made. */
export function PortraitRoom() {
  const { portrait: words, frame } = useWords();
  const format = useFormat();
  const { portraitId } = route.useParams();
  const queries = useQueries();
  const portrait = useQuery(queries.portrait(portraitId));
  const gallery = useInfiniteQuery(queries.gallery());
  const neighbours = neighboursOf(gallery.data?.pages ?? [], portraitId);

  if (portrait.isError && portrait.data === undefined) {
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

  const shown = portrait.data;
  return (
    <article>
      <nav className="crumb" aria-label={words.back}>
        <Link to="/gallery">{words.back}</Link>
        <span className="crumb-ways">
          {neighbours.earlier !== undefined && (
            <Link to="/gallery/$portraitId" params={{ portraitId: neighbours.earlier }} rel="prev">
              {words.earlier}
            </Link>
          )}
          {neighbours.later !== undefined && (
            <Link to="/gallery/$portraitId" params={{ portraitId: neighbours.later }} rel="next">
              {words.later}
            </Link>
          )}
        </span>
      </nav>
      <div className="plate">
        <figure>
          {shown === undefined ? (
            <Blank shape="frame" />
          ) : (
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
            <PortraitActs portrait={shown} />
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
    </article>
  );
}
