import { createHmac, hkdfSync } from "node:crypto";
import { getTableName, lt } from "drizzle-orm";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../clock/clock.ts";
import type { Database } from "../db/database.ts";
import { rateLimits } from "../db/schema/rate-limits.ts";
import { DomainError } from "../errors/domain-error.ts";
import { networkOf } from "./network-of.ts";
import type { LimitedAct, RateBudget, RateLimits } from "./rate-limits.ts";

const clearEveryMs = 5 * 60_000;

/** What the library asks of a PostgreSQL client; the embedded database answers it as well. */
interface Query {
  readonly text: string;
  readonly values?: unknown[];
}

/**
 * Keeps the counts in the studio's database, so that all processes share them. Each count is one statement.
 *
 * @param secret the studio's secret; accounts and addresses are kept as hashes under a key derived from it
 */
export const rateLimitsOn = (
  database: Database,
  budgets: Readonly<Record<LimitedAct, RateBudget>>,
  { secret, clock }: { readonly secret: string; readonly clock: Clock },
): RateLimits => {
  const hashKey = Buffer.from(hkdfSync("sha256", secret, "", "rate limits", 32));
  const storeClient = {
    query: async ({ text, values }: Query) => {
      const { rows } = await database.executeSql(text, values);
      // The number arrives as text where it may be larger than a float holds exactly.
      return { rows: rows.map((row) => ({ ...row, expire: Number(row["expire"]) })), rowCount: rows.length };
    },
  };
  const limiter = (act: LimitedAct, whose: "account" | "address") => {
    const { withinSeconds: duration, ...share } = budgets[act];
    const points = whose === "account" ? share.perAccount : share.perAddress;
    return new RateLimiterPostgres({
      storeClient,
      storeType: "client",
      tableName: getTableName(rateLimits),
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: `${act} ${whose}`,
      points,
      duration,
    });
  };
  const pair = (act: LimitedAct) => ({ address: limiter(act, "address"), account: limiter(act, "account") });
  const limiters = {
    enter: pair("enter"),
    upload: pair("upload"),
    generate: pair("generate"),
    shoot: pair("shoot"),
    talk: pair("talk"),
    export: pair("export"),
    token: pair("token"),
    prove: pair("prove"),
  } satisfies Record<LimitedAct, ReturnType<typeof pair>>;

  let clearedAtMs = 0;
  const clearOld = async (): Promise<void> => {
    const nowMs = clock.now().getTime();
    if (nowMs - clearedAtMs < clearEveryMs) return;
    clearedAtMs = nowMs;
    await database.system.delete(rateLimits).where(lt(rateLimits.expire, nowMs));
  };

  const consume = async (of: RateLimiterPostgres, who: string): Promise<void> => {
    try {
      await of.consume(createHmac("sha256", hashKey).update(who).digest("base64url"));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAt = new Date(clock.now().getTime() + refused.msBeforeNext).toISOString();
      throw new DomainError("rate_limited", { retryAt });
    }
  };

  return {
    count: async (act, { account, address }) => {
      await consume(limiters[act].address, networkOf(address));
      if (account !== null) await consume(limiters[act].account, account);
      await clearOld();
    },
  };
};
