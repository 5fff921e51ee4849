import { type DomainErrorCode, type DomainErrorDetails, domainErrors } from "./domain-errors.ts";

const marker = Symbol.for("@selfsame/api/domain-error");

/**
 * A failure that was expected, with a code the page can switch on and words the person can read.
 *
 * @example
 * throw new DomainError("not_found", { what: "portrait" });
 */
export class DomainError<TCode extends DomainErrorCode = DomainErrorCode> extends Error {
  override readonly name = "DomainError";
  readonly [marker] = true;
  readonly code: TCode;
  readonly details: DomainErrorDetails<TCode>;
  readonly fix: string;
  readonly field: string | undefined;

  constructor(code: TCode, details: DomainErrorDetails<TCode>, options?: ErrorOptions) {
    // Safe: the details are those of this very code; the table's union type cannot say so.
    const { message, fix, field } = (
      domainErrors[code] as (details: DomainErrorDetails<TCode>) => {
        message: string;
        fix: string;
        field?: string;
      }
    )(details);
    super(message, options);
    this.code = code;
    this.details = details;
    this.fix = fix;
    this.field = field;
  }
}

/** Whether something thrown is a failure that was expected; holds across copies of this module. */
export const isDomainError = (thrown: unknown): thrown is DomainError =>
  typeof thrown === "object" && thrown !== null && marker in thrown;
