import { z } from "zod";
import type { FailureError } from "../failures/failure.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import { createStudioClient } from "./studio-client.ts";

const refusal = z.object({ code: z.string(), message: z.string().default("") });

/** A refusal of the door, as it came. */
export interface AuthRefusal {
  readonly server: string;
  readonly answer: Pick<Response, "status" | "headers">;
  /** The body, if it was JSON. */
  readonly content: unknown;
  readonly signal: AbortSignal;
}

/** Puts a refusal of sign-up, sign-in or sign-out into the terminal's words. */
export async function authFailureOf({ server, answer, content, signal }: AuthRefusal): Promise<FailureError> {
  const { status, headers } = answer;
  if (status === 429) return ownFailureError("too_many_attempts", { seconds: secondsToWait(headers) });
  const read = refusal.safeParse(content);
  const code = read.success ? read.data.code : "";
  if (code === "EMAIL_NOT_VERIFIED") return ownFailureError("email_not_confirmed", {});
  if (status === 403) return ownFailureError("address_not_trusted", { server });
  switch (code) {
    case "VALIDATION_ERROR":
      if (read.data?.message.includes("body.email") === true) return ownFailureError("email_invalid", {});
      return ownFailureError("server_not_understood", { server, status });
    case "INVALID_EMAIL_OR_PASSWORD":
    case "INVALID_PASSWORD":
    case "USER_NOT_FOUND":
      return ownFailureError("wrong_password", {});
    case "USER_ALREADY_EXISTS":
    case "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL":
      return ownFailureError("email_taken", {});
    case "INVALID_EMAIL":
      return ownFailureError("email_invalid", {});
    case "PASSWORD_TOO_SHORT": {
      const client = createStudioClient({ server, token: null, signal });
      const { minimumPasswordCharacters } = await client.studio.get.query();
      return ownFailureError("password_too_short", { minimum: minimumPasswordCharacters });
    }
    case "PASSWORD_TOO_LONG":
      return ownFailureError("password_too_long", {});
    default:
      return ownFailureError("server_not_understood", { server, status });
  }
}

function secondsToWait(headers: Pick<Headers, "get">): number | null {
  const seconds = Number(headers.get("x-retry-after") ?? headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : null;
}
