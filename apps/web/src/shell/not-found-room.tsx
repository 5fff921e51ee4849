import { Link } from "@tanstack/react-router";

import { useWords } from "../words/words-context.tsx";
import { PlainPage } from "./plain-page.tsx";
import { RoomHeading } from "./room-heading.tsx";

/** What stands at an address that leads nowhere. */
export function NotFoundRoom() {
  const { notFound } = useWords();
  return (
    <PlainPage>
      <RoomHeading room={notFound.title} lead={notFound.lead}>
        {notFound.title}
      </RoomHeading>
      <Link className="press" to="/">
        {notFound.back}
      </Link>
    </PlainPage>
  );
}
