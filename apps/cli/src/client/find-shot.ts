import { ownFailureError } from "../failures/own-failures.ts";
import type { ShootShotView, ShootView } from "./views.ts";

/**
 * A shot of a shoot, by its number on the sheet or its id in the collection.
 *
 * @throws FailureError `shot_unknown`
 */
export function findShot({ shots }: ShootView, named: string): ShootShotView {
  const found = shots.find(({ shot, position }) => shot.id === named || String(position + 1) === named);
  if (found === undefined) throw ownFailureError("shot_unknown", { shot: named });
  return found;
}
