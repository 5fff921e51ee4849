import { sql } from "drizzle-orm";
import { type AnyPgColumn, pgPolicy, pgRole } from "drizzle-orm/pg-core";

/** The role every statement on a subject's rows runs under; row-level security binds it and it owns nothing. */
export const appRole = pgRole("selfsame_app").existing();

/** The role of the few `security definer` functions that say whose a row is; it reads and never writes. */
export const ownerFinderRole = pgRole("selfsame_owner_finder").existing();

/** The setting that names the subject a transaction acts for; unset or empty matches no row. */
export const actingSubjectSetting = "selfsame.subject_id";

/** The subject that a transaction acts for, in SQL; null for nobody. */
export const actingSubject = sql.raw(`nullif(current_setting('${actingSubjectSetting}', true), '')::uuid`);

/**
 * The two policies of a table whose rows belong to a subject: the app sees and writes the acting subject's rows
 * alone; the owner finder reads all of them, inside its functions.
 *
 * @example
 * pgTable("selfies", { … }, (table) => [...ownedRows("selfies", table.subjectId)]);
 */
export const ownedRows = (tableName: string, owner: AnyPgColumn) => [
  pgPolicy(`${tableName}_owner`, {
    for: "all",
    to: appRole,
    using: sql`${owner} = ${actingSubject}`,
    withCheck: sql`${owner} = ${actingSubject}`,
  }),
  pgPolicy(`${tableName}_owner_finder`, { for: "select", to: ownerFinderRole, using: sql`true` }),
];
