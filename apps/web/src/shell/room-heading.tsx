import { useEffect, useRef, type ReactNode } from "react";

import { useWords } from "../words/words-context.tsx";
import { useHasMoved } from "./visit-context.tsx";
import "./room-heading.css";

interface RoomHeadingProps {
  /** The room's name, for the window's title. */
  readonly room: string;
  readonly children: ReactNode;
  readonly lead?: ReactNode;
}

/** The headline of a room: names the window and takes the focus when one comes from another room. */
export function RoomHeading({ room, children, lead }: RoomHeadingProps) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useHasMoved();

  useEffect(() => {
    document.title = words.title(room);
  }, [words, room]);

  useEffect(() => {
    if (hasMoved.current) heading.current?.focus({ preventScroll: true });
  }, [hasMoved]);

  return (
    <div className="room-heading">
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {lead === undefined ? null : <p className="lead">{lead}</p>}
    </div>
  );
}
