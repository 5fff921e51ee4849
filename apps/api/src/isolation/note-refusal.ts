import { type DomainError, isDomainError } from "../errors/domain-error.ts";
import type { Studio } from "../studio/studio.ts";
import { appendEntry } from "./append-entry.ts";

/**
 * Does something that the guard may refuse. A refusal takes back what was begun, so it is noted in a transaction of
 * its own, and then thrown on.
 */
export const noteRefusal = async <T>(
  studio: Studio,
  subjectId: string,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const reason = isDomainError(error) ? refusalReason(error) : undefined;
    if (reason !== undefined)
      await studio.actingAs(subjectId, (tx) =>
        appendEntry(studio, tx, subjectId, { kind: "generation-refused", reason }),
      );
    throw error;
  }
};

/** Why a refusal that keeps faces apart was one; a brief that is too long is none of that. */
const refusalReason = (error: DomainError): string | undefined => {
  switch (error.code) {
    case "guard_refused":
    case "prompt_refused": {
      // Safe: both carry the code of flux-core's own refusal; the class cannot say so of its union of codes.
      const { code } = (error as DomainError<"guard_refused" | "prompt_refused">).details;
      return error.code === "guard_refused" || code === "foreign-trigger" ? code : undefined;
    }
    case "model_missing":
    case "model_not_ready":
      return error.code;
    default:
      return undefined;
  }
};
