import { describeValue } from "../describe-value.ts";
import { refuse, succeed, type Failure, type Result } from "../result.ts";
import { isSubjectNumber } from "./subject-number.ts";
import { subjectNumberInvalid, type SubjectNumberError } from "./trigger-for.ts";

export type ModelNameError =
  | SubjectNumberError
  | (Failure<"account-invalid"> & { readonly field: "account" });

const ACCOUNT = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

/**
 * The full name of a subject's own model at the provider: `{account}/{subjectNumber}-selfie-lora`.
 *
 * Errors: `account-invalid` (1 to 64 letters, digits, dots, dashes and underscores, a letter or digit at both
 * ends), `subject-number-invalid`.
 *
 * @example
 * modelNameFor("studio-one", "20417733"); // { ok: true, value: "studio-one/20417733-selfie-lora" }
 */
export function modelNameFor(account: string, subjectNumber: string): Result<string, ModelNameError> {
  if (typeof account !== "string" || !ACCOUNT.test(account)) {
    return refuse({
      code: "account-invalid",
      field: "account",
      message: `An account is 1 to 64 letters, digits, dots, dashes or underscores, not ${describeValue(account)}.`,
    });
  }
  if (!isSubjectNumber(subjectNumber)) return refuse(subjectNumberInvalid(subjectNumber));
  return succeed(`${account}/${subjectNumber}-selfie-lora`);
}
