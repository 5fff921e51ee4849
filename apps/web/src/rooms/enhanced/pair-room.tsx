import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Choices } from "../../parts/choices.tsx";
import { CompareSlider } from "../../parts/compare-slider.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { domainErrorOf } from "../../problems/problem-of.ts";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { PairView } from "../../views/views.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { enhancedWords } from "../../words/enhanced-words.ts";
import { portraitPicture } from "../photoshoot/portrait-picture.ts";
import { PairRun } from "./pair-run.tsx";
import "./enhanced-room.css";

const route = getRouteApi("/signed-in/house/enhanced/$pairId");

/** One pair: the plain run and the enhanced one, one over the other or side by side. */
export function PairRoom() {
  const enhanced = useRoomWords(enhancedWords);
  const { pairId } = route.useParams();
  const pair = useQuery(useQueries().pair(pairId));

  if (pair.isError && pair.data === undefined) {
    const missing = domainErrorOf(pair.error)?.code === "not_found";
    return (
      <>
        <RoomHeading room={enhanced.room}>{missing ? enhanced.missing : enhanced.room}</RoomHeading>
        <CallProblem error={pair.error} retry={missing ? undefined : () => void pair.refetch()}>
          <Link className="word" to="/enhanced">
            {enhanced.back}
          </Link>
        </CallProblem>
      </>
    );
  }
  if (pair.data === undefined) {
    return (
      <Waiting className="pair">
        <Blank shape="frame" />
        <Blank shape="frame" />
      </Waiting>
    );
  }
  return <Pair pair={pair.data} />;
}

type Way = "slider" | "beside";

function Pair({ pair }: { pair: PairView }) {
  const enhanced = useRoomWords(enhancedWords);
  const levels = useQuery(useQueries().levels());
  const [place, setPlace] = useState(0);
  const [way, setWay] = useState<Way>("slider");
  const { level, plain, enhanced: run } = pair;
  const told = levels.data?.find((one) => one.level === level);
  const plainOne = plain.portraits.find(({ index }) => index === place);
  const enhancedOne = run.portraits.find(({ index }) => index === place);
  const comparable = plainOne !== undefined && enhancedOne !== undefined;
  const sizes = "(max-width: 900px) 92vw, 560px";

  return (
    <article>
      <p className="crumb">
        <Link to="/enhanced">{enhanced.back}</Link>
      </p>
      <RoomHeading room={enhanced.room} lead={plain.brief}>
        {enhanced.pairOf(enhanced.levels[level])}
      </RoomHeading>
      <div className="two">
        <div>
          {comparable && way === "slider" ? (
            <div className="pair-slider">
              <CompareSlider
                label={enhanced.divide}
                spoken={enhanced.divided}
                left={{
                  name: enhanced.plain,
                  picture: portraitPicture(plainOne, enhanced.plain, sizes),
                  placeholderHash: plainOne.placeholderHash,
                  simulated: plainOne.simulated,
                }}
                right={{
                  name: enhanced.levels[level],
                  picture: portraitPicture(enhancedOne, enhanced.levels[level], sizes),
                  placeholderHash: enhancedOne.placeholderHash,
                  simulated: enhancedOne.simulated,
                }}
              />
            </div>
          ) : (
            <div className="pair">
              <PairRun name={enhanced.plain} run={plain} place={place} />
              <PairRun name={enhanced.levels[level]} run={run} place={place} />
            </div>
          )}
        </div>
        <div className="enhance-desk">
          {comparable ? (
            <Choices
              label={enhanced.compare}
              value={way}
              options={[
                { value: "slider", label: enhanced.ways.slider },
                { value: "beside", label: enhanced.ways.beside },
              ]}
              onChange={setWay}
            />
          ) : (
            <p className="small quiet">{enhanced.waitingFor}</p>
          )}
          {run.outputs > 1 && (
            <Choices
              label={enhanced.which}
              value={String(place)}
              options={Array.from({ length: run.outputs }, (_, at) => ({
                value: String(at),
                label: String(at + 1),
              }))}
              onChange={(value) => setPlace(Number(value))}
            />
          )}
          {told !== undefined && (
            <dl className="small learned">
              <dt className="quiet">{enhanced.learned}</dt>
              <dd>{told.note}</dd>
            </dl>
          )}
          <p className="small quiet numbers">
            {enhanced.sameElse} {enhanced.seed(String(run.seed))}
          </p>
        </div>
      </div>
    </article>
  );
}
