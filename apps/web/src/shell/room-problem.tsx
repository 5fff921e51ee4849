import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";

import { CallProblem } from "../parts/call-problem.tsx";

/** What stands in a room that could not be opened. */
export function RoomProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className="room-problem">
      <CallProblem
        error={error}
        retry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}
