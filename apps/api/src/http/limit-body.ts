import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { DomainError } from "../errors/domain-error.ts";
import { selfieLimits } from "../images/selfie-limits.ts";
import { errorBody } from "../trpc/error-body.ts";

/** The largest selfie, and what a form adds around it. */
const maximumFormBytes = selfieLimits.maximumBytes + 1_000_000;
/** Far more than the longest brief; a batch of calls fits too. */
const maximumJsonBytes = 1_000_000;

const refuse = (context: Context, error: DomainError) => context.json(errorBody(error), 413);

const limitForm = bodyLimit({
  maxSize: maximumFormBytes,
  onError: (context) => {
    const { maximumBytes } = selfieLimits;
    const sizeBytes = Number(context.req.header("content-length") ?? maximumFormBytes);
    return refuse(context, new DomainError("selfie_too_many_bytes", { sizeBytes, maximumBytes }));
  },
});

const limitJson = bodyLimit({
  maxSize: maximumJsonBytes,
  onError: (context) => {
    const issues = [{ path: "", message: `The request is larger than ${maximumJsonBytes / 1_000_000} MB` }];
    return refuse(context, new DomainError("input_invalid", { issues }));
  },
});

/** Refuses a request that is larger than the largest upload, or than any call needs, before it is taken in. */
export const limitBody: MiddlewareHandler = (context, next) =>
  context.req.header("content-type")?.startsWith("multipart/form-data") === true
    ? limitForm(context, next)
    : limitJson(context, next);
