import type * as z from "zod";
import type { ApiCall } from "./api-call.ts";
import { pageSchema } from "./page-schema.ts";
import type { Run } from "./prediction-schema.ts";
import type { LookUp } from "./provider.ts";

/** Whether a listed run is the one that is looked for. `cannot-tell`: the provider has forgotten what would show it. */
export type RunMatch = "yes" | "no" | "cannot-tell";

interface RunSearch<TRun extends Run, TReport> {
  readonly list: "predictions" | "trainings";
  readonly schema: z.ZodType<TRun>;
  readonly notBefore: Date;
  readonly match: (run: TRun) => RunMatch;
  readonly reportOf: (run: TRun) => TReport;
}

/** How far the provider's clock may be behind ours. */
const clockToleranceMs = 5 * 60_000;

/** 20,000 runs: more than half an hour of creating at the documented limit of 600 in a minute. */
const mostPages = 200;

/**
 * Searches a list, newest first, down to the time the intent was written. Answers `not-found` only after every entry in
 * that time was read and ruled out; an entry that cannot be read or told makes it `unavailable`, because a wrong
 * `not-found` would be paid for twice. Of several matches the oldest counts.
 */
export async function findRun<TRun extends Run, TReport>(
  call: ApiCall,
  { list, schema, notBefore, match, reportOf }: RunSearch<TRun, TReport>,
): Promise<LookUp<TReport>> {
  const earliest = new Date(notBefore.getTime() - clockToleranceMs);
  // Trainings have no such parameter; their pages are cut by date below.
  const window: Record<string, string> =
    list === "predictions" ? { created_after: earliest.toISOString() } : {};
  const schemaOfPage = pageSchema(schema);
  let cursor: string | null = null;
  let uncertain = 0;

  for (let pages = 0; pages < mostPages; pages += 1) {
    const params: Record<string, string> = cursor === null ? window : { ...window, cursor };
    const page = await call(
      `search ${list}, page ${pages + 1}`,
      async (client) => {
        const response = await client.request(`/${list}`, { method: "GET", params });
        return await response.json();
      },
      schemaOfPage,
    );
    if (!page.ok) return { outcome: "unavailable", error: page.error };

    const inTime = page.value.items.filter((run) => run.created_at >= earliest);
    const found = inTime.findLast((run) => match(run) === "yes");
    if (found !== undefined) return { outcome: "found", report: reportOf(found) };
    uncertain += page.value.unreadable + inTime.filter((run) => match(run) === "cannot-tell").length;

    const reachedTheIntent = inTime.length < page.value.items.length;
    cursor = page.value.cursor;
    if (reachedTheIntent || cursor === null) {
      return uncertain === 0
        ? { outcome: "not-found" }
        : unreadable(`${uncertain} entries could not be told`);
    }
  }
  return unreadable(`the list goes on after ${mostPages} pages`);
}

const unreadable = (logOnly: string) =>
  ({
    outcome: "unavailable",
    error: { code: "provider_unavailable", reason: "malformed-answer", status: null, logOnly },
  }) as const;
