import type { Clock } from "../clock/clock.ts";
import type { Answer } from "./provider.ts";

export interface WebhookSecret {
  /** The secret, asked for once and kept. */
  current(): Promise<Answer<string>>;
  /**
   * The secret to try when `stale` did not match: what the provider has now, or null when that is the same, when it was
   * asked a moment ago, or when it does not answer.
   */
  renewed(stale: string): Promise<string | null>;
}

/** Forged webhooks arrive at any rate; the provider is asked at most this often because of them. */
const renewalPauseMs = 60_000;

/** Keeps the webhook secret in memory; simultaneous callers share one question. */
export function createWebhookSecret(fetchSecret: () => Promise<Answer<string>>, clock: Clock): WebhookSecret {
  let kept: string | null = null;
  let asking: Promise<Answer<string>> | null = null;
  let lastRenewalAt = Number.NEGATIVE_INFINITY;

  const ask = async (): Promise<Answer<string>> => {
    asking ??= fetchSecret()
      .then((answer) => {
        if (answer.outcome === "ok") kept = answer.value;
        return answer;
      })
      .finally(() => {
        asking = null;
      });
    return await asking;
  };

  return {
    current: async () => (kept === null ? await ask() : { outcome: "ok", value: kept }),

    async renewed(stale) {
      // Another request has renewed it already.
      if (kept !== null && kept !== stale) return kept;
      const now = clock.now().getTime();
      if (asking === null) {
        if (now - lastRenewalAt < renewalPauseMs) return null;
        lastRenewalAt = now;
      }
      const answer = await ask();
      return answer.outcome === "ok" && answer.value !== stale ? answer.value : null;
    },
  };
}
