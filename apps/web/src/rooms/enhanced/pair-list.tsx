import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { CallProblem } from "../../parts/call-problem.tsx";
import { Frame } from "../../parts/frame.tsx";
import { useQueries } from "../../views/use-queries.ts";
import type { GenerationView } from "../../views/views.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { enhancedWords } from "../../words/enhanced-words.ts";
import { portraitPicture } from "../photoshoot/portrait-picture.ts";

/** What was enhanced so far, each beside its plain run. */
export function PairList() {
  const enhanced = useRoomWords(enhancedWords);
  const pairs = useQuery(useQueries().pairs());
  return (
    <section className="enhanced-part" aria-labelledby="pairs">
      <h2 id="pairs">{enhanced.pairs}</h2>
      {pairs.isError && pairs.data === undefined && (
        <CallProblem error={pairs.error} retry={() => void pairs.refetch()} />
      )}
      {pairs.data?.pairs.length === 0 && <p className="quiet">{enhanced.pairsEmpty}</p>}
      <ul className="pair-list">
        {pairs.data?.pairs.map(({ id, level, plain, enhanced: run }) => (
          <li key={id}>
            <Link to="/enhanced/$pairId" params={{ pairId: id }}>
              <span className="pair-frames">
                <Half run={plain} alt={enhanced.plain} />
                <Half run={run} alt={enhanced.levels[level]} />
              </span>
              <span className="small">{enhanced.pairOf(enhanced.levels[level])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Half({ run, alt }: { run: GenerationView; alt: string }) {
  const [portrait] = run.portraits;
  if (portrait === undefined) return <Frame small />;
  return (
    <Frame
      small
      placeholderHash={portrait.placeholderHash}
      simulated={portrait.simulated}
      picture={portraitPicture(portrait, alt, "160px")}
    />
  );
}
