import { ownFailureError } from "../failures/own-failures.ts";

/** What stands in front of a studio says these while the studio itself is away or still starting. */
const awayForNow: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Lets an answer through if it can be a studio's: one to a call is always JSON, refusals included.
 *
 * @throws FailureError `server_unreachable`, `server_not_understood`
 */
export function requireStudio(server: string, answer: Response): Response {
  const contentType = answer.headers.get("content-type") ?? "";
  if (contentType.startsWith("application/json")) return answer;
  const { status } = answer;
  throw awayForNow.has(status)
    ? ownFailureError("server_unreachable", { server })
    : ownFailureError("server_not_understood", { server, status });
}
