import { SendingSlots } from "./sending-slots.ts";

/** A receiver that says nothing for this long counts as failed; real time, whatever the clock says. */
const answerTimeoutMs = 10_000;

/** Enough to keep receivers busy, few enough not to drown them, or this process, in connections. */
const atOnce = 64;

/** Posts messages to receivers and tells whether they were taken. */
export class WebhookPost {
  readonly #slots = new SendingSlots(atOnce);
  readonly #underWay = new Set<AbortController>();
  #closed = false;

  /** True when the receiver answered with 2xx in time; redirects are not followed. */
  send(address: string, headers: () => Record<string, string>, body: string): Promise<boolean> {
    return this.#slots.run(() => this.#post(address, headers(), body));
  }

  /** Gives up what is under way, and sends nothing any more. */
  close(): void {
    this.#closed = true;
    for (const controller of this.#underWay) controller.abort();
  }

  async #post(address: string, headers: Record<string, string>, body: string): Promise<boolean> {
    if (this.#closed) return false;
    const controller = new AbortController();
    const timeout = setTimeout(() => controller.abort(), answerTimeoutMs);
    this.#underWay.add(controller);
    try {
      const response = await fetch(address, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/json", ...headers },
        body,
        signal: controller.signal,
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      // The receiver is away, refuses or is too slow: the provider does not tell these apart either.
      return false;
    } finally {
      clearTimeout(timeout);
      this.#underWay.delete(controller);
    }
  }
}
