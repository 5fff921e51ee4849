import { describeValue } from "../describe-value.ts";
import { refuse, succeed, type Failure, type Result } from "../result.ts";
import { isSubjectNumber } from "./subject-number.ts";

export type SubjectNumberError = Failure<"subject-number-invalid"> & { readonly field: "subjectNumber" };

export function subjectNumberInvalid(value: unknown): SubjectNumberError {
  return {
    code: "subject-number-invalid",
    field: "subjectNumber",
    message: `A subject number is 8 to 12 digits, not ${describeValue(value)}.`,
  };
}

/**
 * The trigger word of a subject, `user` and the subject's number: given once and kept for life.
 *
 * Errors: `subject-number-invalid` when it is not 8 to 12 digits.
 *
 * @example
 * triggerFor("20417733"); // { ok: true, value: "user20417733" }
 */
export function triggerFor(subjectNumber: string): Result<string, SubjectNumberError> {
  if (!isSubjectNumber(subjectNumber)) return refuse(subjectNumberInvalid(subjectNumber));
  return succeed(`user${subjectNumber}`);
}
