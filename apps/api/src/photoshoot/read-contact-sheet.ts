import { DomainError } from "../errors/domain-error.ts";
import { readImage } from "../gallery/read-image.ts";
import type { Caller } from "../studio/caller.ts";
import { withPictureFailures } from "../studio/picture-failures.ts";
import type { Studio } from "../studio/studio.ts";
import { type ContactSheet, drawContactSheet, type SheetFrame } from "./draw-contact-sheet.ts";
import { getShoot } from "./get-shoot.ts";
import { shootPortraits } from "./shoot-portraits.ts";

/**
 * The contact sheet of one of the caller's shoots, drawn from the portraits that are there. It is kept nowhere: it goes
 * with its portraits.
 *
 * @throws DomainError `not_found`, `nothing_to_download` before the first portrait, `storage_unavailable`, `rate_limited`
 */
export const readContactSheet = async (
  studio: Studio,
  caller: Caller,
  shootId: string,
): Promise<ContactSheet> => {
  const shoot = await getShoot(studio, caller.subjectId, shootId);
  const portraits = shootPortraits(shoot);
  if (portraits.length === 0) throw new DomainError("nothing_to_download", {});
  const frames: SheetFrame[] = [];
  for (const { number, portrait } of portraits) {
    const { bytes } = await readImage(studio, caller, { kind: "portraits", id: portrait.id, size: 480 });
    frames.push({ number, bytes });
  }
  const simulated = portraits.some(({ portrait }) => portrait.simulated);
  return withPictureFailures(studio, () =>
    studio.imageWork.run(() => drawContactSheet(frames, { title: shoot.title, simulated })),
  );
};
