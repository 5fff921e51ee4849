import type { DomainErrorCode } from "../errors/domain-errors.ts";

/** Why an experiment stopped before it was finished, in words for the person; the closed set of what `stop_code` holds. */
export const stopReasons = {
  "by-person": "You stopped it. What was under way was finished; go on whenever you like.",
  "budget-spent": "Its budget is spent. Give it more and go on, or read what there is.",
  "model-changed":
    "Another version of your model came into use, and portraits of two versions are not compared. What there is stands; start a new experiment for the new version.",
  "credits-short": "There were not enough credits for the next pair. Go on when there are.",
  "limit-reached": "A limit on what may be spent was reached. Go on when it lies behind you, or raise it.",
  "studio-paused": "The studio takes no new work at the moment. Go on later.",
  "not-accepted":
    "The next portrait was not accepted as it is: your consent, your model or your profile has changed since it began.",
} as const;

/** A key of `stopReasons`. */
export type StopReason = keyof typeof stopReasons;

const reasonsByCode: Partial<Record<DomainErrorCode, StopReason>> = {
  credits_insufficient: "credits-short",
  monthly_cap_reached: "limit-reached",
  studio_limit_reached: "limit-reached",
  studio_paused: "studio-paused",
};

/** Why an experiment stops when the studio refuses its next portrait. */
export const stopReasonOf = (code: DomainErrorCode): StopReason => reasonsByCode[code] ?? "not-accepted";

/** The reason that was stored, in words. */
export const stopInWords = (code: string): { readonly code: string; readonly message: string } => ({
  code,
  message: isStopReason(code) ? stopReasons[code] : stopReasons["not-accepted"],
});

const isStopReason = (code: string): code is StopReason => Object.hasOwn(stopReasons, code);
