import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Studio } from "../studio/studio.ts";
import type { ballotView } from "./ballot-view.ts";
import { deleteVote, listVotes, lockExperiment } from "./experiment.store.ts";
import { readNextBallot } from "./next-ballot.ts";

/**
 * Takes back the vote that was cast last, if there is one, and gives the next one to cast.
 *
 * @throws DomainError `not_found`
 */
export const undoVote = (
  studio: Studio,
  subjectId: string,
  experimentId: string,
): Promise<z.infer<typeof ballotView>> =>
  studio.actingAs(subjectId, async (tx) => {
    if ((await lockExperiment(tx, experimentId)) === undefined)
      throw new DomainError("not_found", { what: "experiment" });
    const last = (await listVotes(tx, experimentId)).at(-1);
    if (last !== undefined) {
      await deleteVote(tx, experimentId, last.ballot);
      const at = studio.clock.now();
      await appendEvent(tx, subjectId, { type: "experiment", entityId: experimentId, at });
    }
    return readNextBallot(tx, experimentId);
  });
