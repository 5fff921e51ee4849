import { z } from "zod";

const naming = z.object({ email: z.string() });

/**
 * The e-mail address that a request to sign in names, as it is looked up; null when it names none.
 *
 * @example emailIn('{"email":"Ada@Example.org","password":"…"}') // "ada@example.org"
 */
export const emailIn = (body: string): string | null => {
  try {
    const read = naming.safeParse(JSON.parse(body));
    return read.success ? read.data.email.trim().toLowerCase() : null;
  } catch {
    // No JSON names nobody; the library refuses it by itself.
    return null;
  }
};
