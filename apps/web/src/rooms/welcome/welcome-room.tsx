import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { Frame } from "../../parts/frame.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useQueries } from "../../views/use-queries.ts";
import { useWords } from "../../words/words-context.tsx";
import hero from "./hero.webp";
import { StepsLine } from "../../parts/steps-line.tsx";
import "./welcome-room.css";

/** The first visit: one sentence, one picture, two ways in. */
export function WelcomeRoom() {
  const { name, welcome } = useWords();
  const limits = useQuery(useQueries().studio()).data?.limits.selfies;
  return (
    <main className="welcome" id="room">
      <div className="welcome-text">
        <div className="welcome-top">
          <span className="wordmark">{name}</span>
          <Link className="small" to="/sign-in">
            {welcome.signIn}
          </Link>
        </div>
        <RoomHeading room={welcome.room}>{welcome.sentence}</RoomHeading>
        <div className="welcome-ways">
          <div>
            <Link className="press" to="/sign-up" search={{ with: "selfies" }}>
              {welcome.bring}
            </Link>
            <p className="small quiet">
              {limits === undefined
                ? welcome.bringNoteAnyway
                : welcome.bringNote(limits.advisedFrom, limits.advisedTo)}
            </p>
          </div>
          <div>
            <Link className="press press-plain" to="/sign-up" search={{ with: "drawn" }}>
              {welcome.drawn}
            </Link>
            <p className="small quiet">{welcome.drawnNote}</p>
          </div>
        </div>
        <div className="welcome-steps">
          <StepsLine now="selfies" />
          <p className="small quiet">{welcome.promise}</p>
        </div>
      </div>
      <figure className="welcome-picture">
        <Frame first simulated picture={{ address: hero, alt: welcome.pictureAlt, fit: "fill" }} />
      </figure>
    </main>
  );
}
