import type { z } from "zod";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findProfile } from "./profile.store.ts";
import { type profileView, toProfileView } from "./profile-view.ts";

/** How the caller describes themselves. */
export const getProfile = (studio: Studio, caller: Caller): Promise<z.infer<typeof profileView>> =>
  studio.readingAs(caller.subjectId, async (tx) => toProfileView(await findProfile(tx, caller.subjectId)));
