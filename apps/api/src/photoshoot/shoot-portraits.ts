import type { z } from "zod";
import type { portraitView } from "../gallery/portrait-view.ts";
import type { shootView } from "./shoot-view.ts";

/** A portrait of a shoot with the shot it shows. */
export interface ShootPortrait {
  /** The shot's place on the sheet, from 1. */
  readonly number: number;
  /** The shot's id within its collection. */
  readonly shotId: string;
  readonly title: string;
  readonly portrait: z.infer<typeof portraitView>;
}

/** The portraits of a shoot in the order of its shots; of a shot whose latest take brought none, those of earlier ones. */
export const shootPortraits = ({ shots }: z.infer<typeof shootView>): ShootPortrait[] =>
  shots.flatMap(({ position, shot, generation, earlier }) => {
    const latest = generation?.portraits ?? [];
    return (latest.length > 0 ? latest : earlier).map((portrait) => ({
      number: position + 1,
      shotId: shot.id,
      title: shot.title,
      portrait,
    }));
  });
