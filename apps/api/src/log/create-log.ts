import { type Logger, pino } from "pino";

/**
 * The studio's log: one JSON object a line, with secrets and faces' whereabouts left out.
 *
 * @param level pino's levels, or `silent`
 */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
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
  });
