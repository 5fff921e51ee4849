import type { MiddlewareHandler } from "hono";

/** Up to here an unwanted body is taken in and forgotten. */
const maximumForgottenBytes = 200_000_000;

/**
 * Takes in what nobody read of a request's body before the answer goes out: a browser that is still sending hears no
 * answer, and what is left over would stand before the next request on the same connection. Where the end cannot be
 * waited for, the connection is closed.
 */
export const letBodyRunOut: MiddlewareHandler = async (context, next) => {
  await next();
  const { raw } = context.req;
  if (raw.bodyUsed || raw.body === null) return;
  const sizeBytes = Number(context.req.header("content-length") ?? Number.POSITIVE_INFINITY);
  if (raw.body.locked || !(sizeBytes <= maximumForgottenBytes)) context.header("Connection", "close");
  // A sender that goes away gets no answer in any case.
  else await raw.body.pipeTo(new WritableStream()).catch(() => undefined);
};
