import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";
import { logContext } from "./log-context.ts";

/**
 * The studio's log: one JSON object a line with the ids of what is worked on, secrets and faces' whereabouts left out.
 *
 * @param level pino's levels, or `silent`
 * @param destination where the lines go; standard output when left out
 */
export const createLog = (level: string, destination?: DestinationStream): Logger => {
  const options: LoggerOptions = {
    level,
    base: null,
    mixin: () => ({ ...logContext() }),
    errorKey: "error",
    serializers: { error: pino.stdSerializers.errWithCause },
    redact: {
      paths: [
        "*.password",
        "*.token",
        "*.cookie",
        "*.authorization",
        "headers.cookie",
        "headers.authorization",
      ],
      censor: "[left out]",
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};
