const uniqueViolation = "23505";
const foreignKeyViolation = "23503";

/**
 * The name of the unique or foreign key constraint that an error from the database speaks of, through whatever
 * wrapped it; undefined when it speaks of none.
 */
export const violatedConstraint = (error: unknown): string | undefined => {
  for (
    let cause = error;
    typeof cause === "object" && cause !== null;
    cause = "cause" in cause ? cause.cause : undefined
  ) {
    if (!("code" in cause) || (cause.code !== uniqueViolation && cause.code !== foreignKeyViolation))
      continue;
    return "constraint" in cause && typeof cause.constraint === "string" ? cause.constraint : "unnamed";
  }
  return undefined;
};
