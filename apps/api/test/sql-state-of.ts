/** The five-character code by which PostgreSQL names what it refused, through whatever wrapped the error. */
export function sqlStateOf(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
  }
  return undefined;
}

/** What PostgreSQL says to somebody who may not: also to a row that a policy does not let in. */
export const insufficientPrivilege = "42501";

/** What it says to a reference to nothing. */
export const foreignKeyViolation = "23503";

/** What it says to a second row of what may be there once. */
export const uniqueViolation = "23505";

/** What it says to a row that breaks a rule of its table. */
export const checkViolation = "23514";

/**
 * The code with which the database refuses some work.
 *
 * @throws when it does not refuse
 */
export async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    return sqlStateOf(error);
  }
  throw new Error("The database let it through");
}
