import { z } from "zod";
import { portraitView, toPortraitView } from "../gallery/portrait-view.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { listTakenShots } from "./shoot.store.ts";

/** A shot of a collection that the caller has a portrait of. */
export const takenShot = z.object({ collectionId: z.string(), shotId: z.string(), portrait: portraitView });

/** Which shots of which collections the caller has already, each with its newest portrait. */
export const listTaken = (studio: Studio, caller: Caller): Promise<z.infer<typeof takenShot>[]> =>
  studio.readingAs(caller.subjectId, async (tx) =>
    (await listTakenShots(tx, caller.subjectId)).map((taken) => ({
      ...taken,
      portrait: toPortraitView(taken.portrait),
    })),
  );
