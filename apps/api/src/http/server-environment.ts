import type { Http2Bindings, HttpBindings } from "@hono/node-server";

/** What a request brings along: the connection that it came by. */
export interface ServerEnvironment {
  // A type of the library's own, so it cannot be narrowed here.
  Bindings: HttpBindings | Http2Bindings;
  Variables: {
    /** By which the log knows this request. */
    requestId: string;
  };
}
