import type { ShootShotView, ShootView } from "../client/views.ts";
import { formatTable } from "../output/format-table.ts";
import { progressInWords } from "../progress/step-of.ts";

const standingOf = ({ generation }: ShootShotView): string => {
  if (generation === null) return "deleted";
  if (generation.endedAt === null) return progressInWords("generation", generation.progress);
  if (generation.status !== "succeeded") return generation.error?.message ?? generation.status;
  return `${generation.portraits.length} of ${generation.outputs}`;
};

/** A shoot as a person reads it: shot by shot, then the whole. */
export function shootLines({ id, title, shots, progress, seed, preset }: ShootView): string[] {
  const rows = shots.map((one) => [
    String(one.position + 1),
    one.shot.id,
    one.shot.title,
    standingOf(one),
    one.takes > 1 ? `take ${one.takes}` : "",
  ]);
  return [
    `${title}, shoot ${id}`,
    "",
    ...formatTable(["", "shot", "title", "portraits", ""], rows),
    "",
    `${progress.ready} of ${progress.asked} portraits. Seed ${seed}, preset ${preset.id} (version ${preset.version}).`,
  ];
}
