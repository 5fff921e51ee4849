import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import type { Studio } from "../studio/studio.ts";
import { findShoot } from "./shoot.store.ts";
import { readShootViews, type shootView } from "./shoot-view.ts";

/**
 * One of a subject's shoots as it is now.
 *
 * @throws DomainError `not_found`
 */
export const getShoot = (
  studio: Studio,
  subjectId: string,
  shootId: string,
): Promise<z.infer<typeof shootView>> =>
  studio.readingAs(subjectId, async (tx) => {
    const row = await findShoot(tx, shootId);
    const [view] = row === undefined ? [] : await readShootViews(tx, [row]);
    if (view === undefined) throw new DomainError("not_found", { what: "shoot" });
    return view;
  });
