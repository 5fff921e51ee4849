import { Blank } from "../parts/blank.tsx";
import { Waiting } from "../parts/waiting.tsx";

/** What stands in a room while its code is on the way. */
export function RoomWaiting() {
  return (
    <Waiting className="room-heading">
      <h1 aria-hidden="true">
        <Blank shape={{ characters: 9 }} />
      </h1>
      <p className="lead" aria-hidden="true">
        <Blank shape={{ characters: 32 }} />
      </p>
    </Waiting>
  );
}
