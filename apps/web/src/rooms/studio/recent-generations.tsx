import { Link } from "@tanstack/react-router";

import { Blank } from "../../parts/blank.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { generationHasEnded } from "../../views/has-ended.ts";
import type { GenerationList } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import type { BriefDraft } from "./brief-draft.ts";
import { GenerationChapter } from "./generation-chapter.tsx";
import { ShootsUnderWay } from "./shoots-under-way.tsx";
import "./recent-generations.css";

/** More than this is the gallery's business. */
const endedShown = 4;

interface RecentGenerationsProps {
  readonly list: GenerationList | undefined;
  readonly onAgain: (draft: Partial<Omit<BriefDraft, "requestId">>) => void;
}

/** What is developing, then what came last. */
export function RecentGenerations({ list, onAgain }: RecentGenerationsProps) {
  const { studio } = useWords();
  if (list === undefined) {
    return (
      <Waiting className="recent">
        <div className="chapter">
          <div>
            <Blank shape={{ characters: 12 }} />
          </div>
          <div className="hang">
            {[1, 2, 3].map((place) => (
              <Blank key={place} shape="frame" />
            ))}
          </div>
        </div>
      </Waiting>
    );
  }

  // A shoot's shots develop on its own sheet; a dozen of them would bury what was asked for here.
  const own = list.generations.filter(({ service }) => service !== "photoshoot");
  const developing = own.filter(({ status }) => !generationHasEnded(status));
  const ended = own.filter(({ status }) => generationHasEnded(status)).slice(0, endedShown);
  const underWay = <ShootsUnderWay />;
  if (developing.length + ended.length === 0) {
    return (
      <>
        {underWay}
        <p className="recent-none quiet">{studio.nothingYet}</p>
      </>
    );
  }

  return (
    <>
      {underWay}
      {developing.length > 0 && (
        <section className="recent" aria-labelledby="developing">
          <h2 id="developing">{studio.developing}</h2>
          {developing.map((generation) => (
            <GenerationChapter key={generation.id} generation={generation} onAgain={onAgain} />
          ))}
        </section>
      )}
      {ended.length > 0 && (
        <section className="recent" aria-labelledby="latest">
          <h2 id="latest">{studio.latest}</h2>
          {ended.map((generation) => (
            <GenerationChapter key={generation.id} generation={generation} onAgain={onAgain} />
          ))}
          <p className="recent-all">
            <Link to="/gallery" className="word">
              {studio.all}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}
