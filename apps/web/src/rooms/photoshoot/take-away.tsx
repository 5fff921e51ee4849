import { Link } from "@tanstack/react-router";

import type { ShootView } from "../../views/views.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { photoshootWords } from "../../words/photoshoot-words.ts";

/** The contact sheet of a shoot that has ended, and all of it as one file. */
export function TakeAway({ shoot: { id, title, endedAt } }: { shoot: ShootView }) {
  const { sheet } = useRoomWords(photoshootWords);
  // A shot that was taken again makes another sheet of it.
  const address = `/images/shoots/${id}/contact-sheet?ended=${encodeURIComponent(endedAt ?? "")}`;
  return (
    <section className="take-away" aria-labelledby="take-away">
      <h2 id="take-away">{sheet.contactSheet}</h2>
      <a className="contact-sheet" href={address} target="_blank" rel="noreferrer">
        <img src={address} alt={sheet.contactSheetAlt(title)} loading="lazy" />
      </a>
      <div className="take-away-ways">
        <a className="press press-plain press-low" href={`/images/shoots/${id}/zip`} download>
          {sheet.zip}
        </a>
        <Link className="word" to="/photoshoot/own/new" search={{ shoot: id }}>
          {sheet.ownFrom}
        </Link>
      </div>
      <p className="small quiet">{sheet.zipNote}</p>
    </section>
  );
}
