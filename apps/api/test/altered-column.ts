import type { Database } from "../src/db/database.ts";

/**
 * Columns that the studio itself changes while it works: an alteration of one of them is not found, and is not
 * claimed to be. Every column of every table here is either in this list or found when it is altered.
 */
export const workingColumns: Readonly<Record<string, readonly string[]>> = {
  subjects: [
    "last_event_position",
    "deletion_requested_at",
    "deletion_receipt_id",
    "sealed_receipt_key",
    "suspended_at",
    "suspension_reason",
    "monthly_credit_cap",
  ],
  selfies: [],
  consents: [],
  training_sets: [],
  training_set_entries: [],
  portrait_models: [],
  trainings: [
    "predict_seconds",
    "sent_at",
    "step",
    "total_steps",
    "error_detail",
    "cancel_requested_at",
    "deadline_at",
    "next_check_at",
    "check_count",
    "started_at",
    "zip_deleted_at",
  ],
  generations: [
    "predict_seconds",
    "sent_at",
    "output_urls",
    "step",
    "total_steps",
    "error_detail",
    "cancel_requested_at",
    "deadline_at",
    "next_check_at",
    "check_count",
    "finished_at",
    "removed_portraits",
  ],
  portraits: ["kept", "trashed_at"],
  isolation_chains: ["created_at"],
  pseudonym_keys: ["created_at"],
  isolation_heads: ["changed_at"],
  isolation_entries: [],
};

const ownerColumn = (table: string): string => {
  if (table === "subjects") return "id";
  return table === "isolation_heads" || table === "isolation_entries" ? "chain_id" : "subject_id";
};

/** SQL that gives a column another value of its type. */
const another = (column: string, type: string): string => {
  const name = `"${column}"`;
  switch (type) {
    case "uuid":
      return "gen_random_uuid()";
    case "bigint":
    case "integer":
      return `coalesce(${name}, 0) + 1000`;
    case "boolean":
      return `not ${name}`;
    case "timestamp with time zone":
      return `coalesce(${name}, now()) + interval '1 second'`;
    case "jsonb":
      return `case when jsonb_typeof(${name}) = 'object' then ${name} || '{"more": 1}' else '{"more": 1}' end`;
    default:
      return `coalesce(${name}, '') || 'a'`;
  }
};

/** One column of a table, as the database itself describes it. */
export interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Every column of the tables above that an alteration is claimed to be found in. */
export async function checkedColumns(database: Database): Promise<Column[]> {
  const { rows } = await database.executeSql(
    `select table_name as "table", column_name as "column", data_type as type
     from information_schema.columns where table_schema = 'public' order by 1, 2`,
  );
  // Safe: the three columns are named one line above.
  return (rows as unknown as Column[]).filter(
    ({ table, column }) => workingColumns[table]?.includes(column) === false,
  );
}

/**
 * Alters one column of one row past every policy, key and trigger, as one who owns the database can.
 *
 * @returns puts the row back as it was; undefined where the owner has no row in the table
 */
export async function alterColumn(
  database: Database,
  { table, column, type }: Column,
  owner: { readonly subjectId: string; readonly chainId: string },
  whichRow: number,
): Promise<(() => Promise<void>) | undefined> {
  const ownerId = ownerColumn(table) === "chain_id" ? owner.chainId : owner.subjectId;
  const { rows } = await database.executeSql(
    `select ctid::text as place, to_jsonb(t) as row from "${table}" t where "${ownerColumn(table)}" = $1 order by ctid`,
    [ownerId],
  );
  const chosen = rows[whichRow % rows.length];
  if (chosen === undefined) return undefined;
  const { rows: checks } = await database.executeSql(
    `select conname as name from pg_constraint where conrelid = '"${table}"'::regclass and contype = 'c'`,
  );
  for (const { name } of checks)
    await database.executeSql(`alter table "${table}" drop constraint "${String(name)}"`);
  const unguarded = (statement: string) =>
    database.executeSql(
      `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
    );
  await unguarded(
    `update "${table}" set "${column}" = ${another(column, type)} where ctid = '${String(chosen["place"])}'`,
  );
  return async () => {
    // Everything but the altered column is as it was, and says which row it is.
    const { rows: now } = await database.executeSql(
      `select ctid::text as place, to_jsonb(t) - '${column}' as rest from "${table}" t`,
    );
    // Safe: to_jsonb makes an object of a row.
    const before = chosen["row"] as Record<string, unknown>;
    const rest = JSON.stringify({ ...before, [column]: undefined });
    const place = now.find((row) => JSON.stringify(row["rest"]) === rest)?.["place"];
    const json = JSON.stringify(before).replaceAll("'", "''");
    await unguarded(
      `update "${table}" set "${column}" =
         (select "${column}" from jsonb_populate_record(null::"${table}", '${json}')) where ctid = '${String(place)}'`,
    );
  };
}
