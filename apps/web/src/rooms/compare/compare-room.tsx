import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Blank } from "../../parts/blank.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { compare } from "../../words/en/compare.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { useRoomKeys } from "../gallery/use-room-keys.ts";
import { ChooseSecond } from "./choose-second.tsx";
import { ComparedPair } from "./compared-pair.tsx";
import { RecipeDifference } from "./recipe-difference.tsx";
import "./compare-room.css";

const route = getRouteApi("/signed-in/house/gallery/compare");

/** Two portraits held against each other, and what was done differently. */
export function CompareRoom() {
  const words = useRoomWords({ "en-GB": compare });
  const { a, b } = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueries();
  const first = useQuery({ ...queries.portrait(a ?? ""), enabled: a !== undefined });
  const second = useQuery({ ...queries.portrait(b ?? ""), enabled: b !== undefined });
  const swap = () => {
    if (a !== undefined && b !== undefined)
      void navigate({ to: "/gallery/compare", search: { a: b, b: a }, replace: true });
  };
  useRoomKeys((key) => {
    if (key === "Escape") void navigate({ to: "/gallery", resetScroll: false });
    else if (key === "c") swap();
    else return false;
    return true;
  });

  return (
    <>
      <nav className="crumb" aria-label={words.back}>
        <Link to="/gallery" resetScroll={false}>
          {words.back}
        </Link>
      </nav>
      <RoomHeading room={words.room} lead={words.lead}>
        {words.room}
      </RoomHeading>
      {[first, second].map(
        (one, at) =>
          one.isError && (
            <CallProblem
              key={at === 0 ? "first" : "second"}
              error={one.error}
              retry={() => void one.refetch()}
            />
          ),
      )}
      {(a === undefined || b === undefined) && <ChooseSecond firstId={a} />}
      {a !== undefined &&
        b !== undefined &&
        !first.isError &&
        !second.isError &&
        (first.data === undefined || second.data === undefined ? (
          <Waiting className="compared-sides">
            <Blank shape="frame" />
            <Blank shape="frame" />
          </Waiting>
        ) : (
          <>
            <ComparedPair first={first.data} second={second.data} onSwap={swap} />
            <RecipeDifference first={first.data} second={second.data} />
          </>
        ))}
    </>
  );
}
