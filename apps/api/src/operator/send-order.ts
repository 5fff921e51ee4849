import { z } from "zod";
import { operatorToken } from "./operator-token.ts";

/** Thrown when a studio does not do what an operator asks; its message is for the terminal. */
export class OrderRefused extends Error {
  override readonly name = "OrderRefused";
}

/** Thrown when nobody answers at the studio's address. */
export class NoStudioAnswers extends OrderRefused {}

/** Where a studio runs, and the secret it shares with whoever operates it. */
export interface OrderedStudio {
  readonly url: string;
  readonly secret: string;
}

const refusal = z.object({ message: z.string() });

/**
 * Sends an operator's order to a running studio: the embedded database has one opener, which is the server.
 *
 * @returns what it answers, unread
 * @throws OrderRefused
 */
export const sendOrder = async (
  { url, secret }: OrderedStudio,
  method: "GET" | "POST",
  path: string,
  order?: object,
): Promise<unknown> => {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { authorization: `Bearer ${operatorToken(secret)}`, "content-type": "application/json" },
    ...(order === undefined ? {} : { body: JSON.stringify(order) }),
  }).catch((error: unknown) => {
    throw new NoStudioAnswers(
      `No studio answers at ${url}. Start it first, or name another one with --server.`,
      {
        cause: error,
      },
    );
  });
  if (response.status === 401)
    throw new OrderRefused("The studio does not know this secret. Use its DATA_DIR, or its AUTH_SECRET.");
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const told = refusal.safeParse(answer);
  throw new OrderRefused(told.success ? told.data.message : `The studio answered with ${response.status}.`);
};
