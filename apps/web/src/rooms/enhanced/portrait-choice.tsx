import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { enhancedWords } from "../../words/enhanced-words.ts";
import { portraitPicture } from "../photoshoot/portrait-picture.ts";

const shown = 12;

/** One's latest portraits, each the way to enhancing it. */
export function PortraitChoice() {
  const enhanced = useRoomWords(enhancedWords);
  const gallery = useInfiniteQuery(useQueries().gallery({}));
  const portraits = gallery.data?.pages[0]?.portraits.slice(0, shown) ?? [];
  return (
    <section className="enhanced-part" aria-labelledby="choose-portrait">
      <h2 id="choose-portrait">{enhanced.from.portrait}</h2>
      {gallery.isError && gallery.data === undefined && (
        <CallProblem error={gallery.error} retry={() => void gallery.refetch()} />
      )}
      {gallery.data !== undefined && portraits.length === 0 && (
        <p className="quiet">{enhanced.noPortraits}</p>
      )}
      <ul className="enhanced-portraits">
        {portraits.map((portrait) => (
          <li key={portrait.id}>
            <Link to="/enhanced" search={{ portrait: portrait.id }}>
              <Frame
                small
                placeholderHash={portrait.placeholderHash}
                simulated={portrait.simulated}
                picture={portraitPicture(portrait, enhanced.chooseThis(portrait.brief), "160px")}
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
