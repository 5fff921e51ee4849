import { Checkbox } from "@base-ui/react/checkbox";
import { Link } from "@tanstack/react-router";

import { Frame } from "../../parts/frame.tsx";
import { ShotSketch } from "../../parts/shot-sketch.tsx";
import type { OfferedShot, PortraitView } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";
import { portraitPicture } from "./portrait-picture.ts";

interface ShotChoiceProps {
  readonly shot: OfferedShot;
  readonly number: number;
  readonly taken: PortraitView | undefined;
  readonly chosen: boolean;
  readonly onChange: (chosen: boolean) => void;
}

/** One shot on the sheet: its framing drawn, or the portrait one has of it; pressing the frame chooses it. */
export function ShotChoice({ shot, number, taken, chosen, onChange }: ShotChoiceProps) {
  const { studio } = useWords();
  const photoshoot = useRoomWords(photoshootWords);
  const { title, framing, expression, moment, brief } = shot;
  const framed = photoshoot.framings[framing];
  return (
    <li>
      <Checkbox.Root
        className="shot-choice"
        checked={chosen}
        onCheckedChange={(next) => onChange(next)}
        aria-label={photoshoot.shotChoice(title, framed)}
        nativeButton
        render={<button type="button" title={brief} />}
      >
        <Frame
          drawing={<ShotSketch framing={framing} expression={expression} moment={moment} />}
          placeholderHash={taken?.placeholderHash}
          simulated={taken?.simulated === true}
          picture={
            taken === undefined ? undefined : portraitPicture(taken, title, "(max-width: 900px) 46vw, 260px")
          }
        />
        <span className="shot-pick" aria-hidden="true">
          <svg viewBox="0 0 12 12">
            <path d="M2 6.500 5 9.500 10 3" />
          </svg>
        </span>
      </Checkbox.Root>
      <div className="shot-caption">
        <i>{number}</i>
        <b>{title}</b>
        <span>
          {framed}, {studio.expressions[expression].toLowerCase()}
        </span>
        {taken !== undefined && (
          <Link
            className="word"
            to="/gallery/$portraitId"
            params={{ portraitId: taken.id }}
            aria-label={photoshoot.seeTakenSpoken(title)}
          >
            {photoshoot.seeTaken}
          </Link>
        )}
      </div>
    </li>
  );
}
