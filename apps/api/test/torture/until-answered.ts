import { setTimeout as pause } from "node:timers/promises";
import { TRPCClientError } from "@trpc/client";
import { z } from "zod";

const refusal = z.object({ domain: z.object({ code: z.string() }) });
/** Said when the studio itself could not, and not of the request: it is worth asking again. */
const passing = new Set(["internal", "provider_unavailable", "storage_unavailable", "rate_limited"]);
const attemptMs = 15_000;
const pauseMs = 250;

/** What the studio answered: its value, or the code of its refusal. */
export type Answered<T> = { readonly value: T } | { readonly refused: string };

/**
 * Asks as a patient page does: again after every broken connection and every failure of the studio's own, until
 * there is an answer.
 *
 * @param ask given the signal that ends one attempt
 */
export async function untilAnswered<T>(
  what: string,
  mostMs: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<Answered<T>> {
  const latest = performance.now() + mostMs;
  for (;;) {
    try {
      return { value: await ask(AbortSignal.timeout(attemptMs)) };
    } catch (error) {
      const code = refusalOf(error);
      if (code !== undefined && !passing.has(code)) return { refused: code };
      if (performance.now() > latest)
        throw new Error(`No answer in ${mostMs / 1_000} s: ${what}`, { cause: error });
      await pause(pauseMs);
    }
  }
}

function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const said = refusal.safeParse(error.data);
  return said.success ? said.data.domain.code : undefined;
}
