import { DomainError } from "../errors/domain-error.ts";
import { type ReadImage, readImage } from "../gallery/read-image.ts";
import type { ThumbnailSize } from "../images/image-key.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { type BallotSide, ballotsOf } from "./ballots.ts";
import { findExperiment, listCells } from "./experiment.store.ts";
import { portraitsOn } from "./next-ballot.ts";

/** Which picture of a vote is wanted. */
export interface WantedBallotPicture {
  readonly experimentId: string;
  readonly ballot: number;
  readonly side: BallotSide;
  readonly size: ThumbnailSize;
}

/**
 * The bytes of one picture of a blind vote. Its address names the vote and the side, never the portrait: whose it is
 * could be looked up elsewhere.
 *
 * @throws DomainError `not_found`, and those of `readImage`
 */
export const readBallotPicture = async (
  studio: Studio,
  caller: Caller,
  { experimentId, ballot, side, size }: WantedBallotPicture,
): Promise<ReadImage> => {
  const portrait = await studio.readingAs(caller.subjectId, async (tx) => {
    const experiment = await findExperiment(tx, experimentId);
    const wanted = experiment && ballotsOf(experiment.design, experiment.ballotSeed)[ballot];
    return wanted && portraitsOn(await listCells(tx, [experimentId]), wanted)?.[side];
  });
  if (portrait === undefined) throw new DomainError("not_found", { what: "picture" });
  return readImage(studio, caller, { kind: "portraits", id: portrait.id, size });
};
