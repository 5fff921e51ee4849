import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { SubjectTransaction } from "../db/acting-as.ts";
import type { FigureGrouping } from "./figure-grouping.ts";

/** Numbers of other networks and constants are left out: they cannot stand beside each other. */
export interface FigureMeasure {
  readonly modelVersion: string;
  readonly calibration: string;
}

/** At most so many portraits count, the newest. */
export const figurePortraits = 10_000;

/** The group of a portrait as one text; a change of a preset's parameters makes a group of its own. */
const groupOf: Readonly<Record<FigureGrouping, SQL>> = {
  preset: sql`g.preset_id || ' ' || g.preset_version || case when g.changes = '{}'::jsonb then '' else ' changed' end`,
  service: sql`g.service`,
  version: sql`g.training_id::text`,
};

const spread = z.tuple([z.number(), z.number(), z.number()]);
const figureRow = z.object({
  group: z.string(),
  week: z.string().nullable(),
  portraits: z.coerce.number().int(),
  likeness: spread,
  naturalness: spread,
  smile: spread,
});

/** The lower quartile, the middle and the upper quartile of the portraits of one group, in one week or in all. */
export type FigureRow = z.infer<typeof figureRow>;

const reasonRow = z.object({ reason: z.string(), portraits: z.coerce.number().int() });

const rowsOf = async <T>(tx: SubjectTransaction, row: z.ZodType<T>, query: SQL): Promise<T[]> => {
  const result: unknown = await tx.execute(query);
  return z.object({ rows: z.array(row) }).parse(result).rows;
};

/** How the acting subject's newest measured portraits spread, by group, and by group and week (UTC, from Monday). */
export const listFigures = (
  tx: SubjectTransaction,
  subjectId: string,
  { by, measure }: { readonly by: FigureGrouping; readonly measure: FigureMeasure },
): Promise<FigureRow[]> =>
  rowsOf(
    tx,
    figureRow,
    sql`
      with measured as (
        select ${groupOf[by]} as name,
          to_char(date_trunc('week', p.created_at at time zone 'UTC'), 'YYYY-MM-DD') as week,
          s.likeness, s.naturalness, s.smile
        from portrait_scores s
          join portraits p on p.subject_id = s.subject_id and p.id = s.portrait_id
          join generations g on g.subject_id = p.subject_id and g.id = p.generation_id
        where s.subject_id = ${subjectId} and s.model_version = ${measure.modelVersion}
          and s.calibration = ${measure.calibration} and s.likeness is not null and p.trashed_at is null
        order by s.portrait_id desc limit ${figurePortraits}
      )
      select name as "group", week, count(*) as portraits,
        to_jsonb(percentile_cont(array[0.25, 0.5, 0.75]) within group (order by likeness)) as likeness,
        to_jsonb(percentile_cont(array[0.25, 0.5, 0.75]) within group (order by naturalness)) as naturalness,
        to_jsonb(percentile_cont(array[0.25, 0.5, 0.75]) within group (order by smile)) as smile
      from measured group by grouping sets ((name), (name, week)) order by name, week`,
  );

/** Why how many of the acting subject's portraits have no number. */
export const listUnscored = (
  tx: SubjectTransaction,
  subjectId: string,
): Promise<{ reason: string; portraits: number }[]> =>
  rowsOf(
    tx,
    reasonRow,
    sql`select reason, count(*) as portraits from portrait_scores
      where subject_id = ${subjectId} and reason is not null group by reason order by count(*) desc, reason`,
  );
