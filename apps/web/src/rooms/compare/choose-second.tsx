import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { imageAddress, imageSourceSet } from "../../parts/image-address.ts";
import { pictureFit } from "../../parts/picture-fit.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { compare } from "../../words/en/compare.ts";
import { useRoomWords } from "../../words/room-words.ts";
import "../../parts/chapter.css";

/** So many of the newest to choose from; others are chosen on the wall. */
const offered = 12;

/** The newest portraits, to choose one to compare with. */
export function ChooseSecond({ firstId }: { firstId: string | undefined }) {
  const words = useRoomWords({ "en-GB": compare });
  const gallery = useInfiniteQuery(useQueries().gallery());
  if (gallery.isError) return <CallProblem error={gallery.error} retry={() => void gallery.refetch()} />;
  if (gallery.data === undefined)
    return (
      <Waiting className="hang">
        {[1, 2, 3, 4].map((place) => (
          <Blank key={place} shape="frame" />
        ))}
      </Waiting>
    );
  const others = gallery.data.pages
    .flatMap(({ portraits }) => portraits)
    .filter(({ id }) => id !== firstId)
    .slice(0, offered);
  if (others.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <section>
      <h2 className="compared-choose">{words.choose}</h2>
      <ul className="hang">
        {others.map((other) => (
          <li key={other.id} className="hang-portrait">
            <Link
              to="/gallery/compare"
              search={firstId === undefined ? { a: other.id } : { a: firstId, b: other.id }}
            >
              <Frame
                placeholderHash={other.placeholderHash}
                simulated={other.simulated}
                picture={{
                  address: imageAddress("portraits", other.id, 480),
                  sourceSet: imageSourceSet("portraits", other),
                  sizes: "(max-width: 900px) 46vw, 260px",
                  alt: other.brief,
                  fit: pictureFit(other.width, other.height),
                }}
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
