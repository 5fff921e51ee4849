import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import { appendEvent } from "../events/event.store.ts";
import type { Studio } from "../studio/studio.ts";
import { ballotsOf } from "./ballots.ts";
import type { ballotView } from "./ballot-view.ts";
import { insertVote, listCells, lockExperiment, type VoteRow } from "./experiment.store.ts";
import { portraitsOn, readNextBallot } from "./next-ballot.ts";

/**
 * Casts a blind vote and gives the next one. Casting one again changes nothing: to change it, take it back.
 *
 * @throws DomainError `not_found`, `ballot_unknown` when its portraits are not both there
 */
export const castVote = (
  studio: Studio,
  subjectId: string,
  { experimentId, ballot, choice }: Pick<VoteRow, "experimentId" | "ballot" | "choice">,
): Promise<z.infer<typeof ballotView>> =>
  studio.actingAs(subjectId, async (tx) => {
    const experiment = await lockExperiment(tx, experimentId);
    if (experiment === undefined) throw new DomainError("not_found", { what: "experiment" });
    const cast = ballotsOf(experiment.design, experiment.ballotSeed)[ballot];
    if (cast === undefined || portraitsOn(await listCells(tx, [experimentId]), cast) === null)
      throw new DomainError("ballot_unknown", {});
    const at = studio.clock.now();
    await insertVote(tx, { ...cast, subjectId, experimentId, choice, votedAt: at });
    await appendEvent(tx, subjectId, { type: "experiment", entityId: experimentId, at });
    return readNextBallot(tx, experimentId);
  });
