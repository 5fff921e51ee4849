import { findIdentity } from "../studio/find-identity.ts";
import type { Reading } from "./composer/read-request.ts";
import type { RequestRefusal } from "./stylist-engine.ts";

/** Why a request is not served, by either engine: it names somebody, or gives orders about the rules. */
export const findRefusal = (text: string, { found }: Reading): RequestRefusal | null => {
  const trace = findIdentity(text);
  if (trace !== null && trace !== "unreadable") return "names-someone";
  return found.some(({ kind, id }) => kind === "signal" && id === "instruction")
    ? "gives-instructions"
    : null;
};
