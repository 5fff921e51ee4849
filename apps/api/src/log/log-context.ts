import { AsyncLocalStorage } from "node:async_hooks";

/** What the lines of one piece of work have in common: ids of the request, the job, and what is worked on. */
export type LogContext = Readonly<Record<string, string>>;

const current = new AsyncLocalStorage<LogContext>();

/** Does some work, with these ids on every line that is logged meanwhile, by whatever it calls. */
export const withLogContext = <T>(context: LogContext, work: () => T): T =>
  current.run({ ...current.getStore(), ...context }, work);

/** The ids that a line logged now carries. */
export const logContext = (): LogContext => current.getStore() ?? {};
