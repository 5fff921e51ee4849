import { Link } from "@tanstack/react-router";

import { Frame } from "../../parts/frame.tsx";
import { RoomHeading } from "../../shell/room-heading.tsx";
import { useWords } from "../../words/words-context.tsx";
import "./model-first.css";

/** The studio before there is a model: says what comes first and leads there. */
export function ModelFirst({ learning, started }: { learning: boolean; started: boolean }) {
  const { studio } = useWords();
  const { noModel } = studio;
  return (
    <div className="model-first">
      <div>
        <RoomHeading room={studio.room} lead={learning ? noModel.learning : noModel.lead}>
          {noModel.title}
        </RoomHeading>
        <Link className="press" to="/you/face">
          {learning ? noModel.look : started ? noModel.goTrain : noModel.go}
        </Link>
      </div>
      <Frame />
    </div>
  );
}
