import type { z } from "zod";
import { DomainError } from "../errors/domain-error.ts";
import type { Caller } from "../studio/caller.ts";
import type { Studio } from "../studio/studio.ts";
import { findSubject, listConsents } from "./account.store.ts";
import { type subjectView, toSubjectView } from "./account-view.ts";

/** The caller's own account. */
export const getAccount = (studio: Studio, caller: Caller): Promise<z.infer<typeof subjectView>> =>
  studio.readingAs(caller.subjectId, async (tx) => {
    const subject = await findSubject(tx, caller.subjectId);
    if (subject === undefined) throw new DomainError("not_found", { what: "account" });
    return toSubjectView(caller, subject, await listConsents(tx, caller.subjectId));
  });
