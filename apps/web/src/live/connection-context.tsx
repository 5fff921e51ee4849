import { createContext, use } from "react";

import type { Connection } from "./keep-live.ts";

/** How the page stands with the studio right now. */
export const ConnectionContext = createContext<Connection>("connecting");

export function useConnection(): Connection {
  return use(ConnectionContext);
}
