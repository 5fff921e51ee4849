import type { SimulatorOptions, Speed } from "./settings.ts";

/** The command's arguments as they were typed. */
export interface Arguments {
  port?: string | undefined;
  host?: string | undefined;
  data?: string | undefined;
  token?: string | undefined;
  username?: string | undefined;
  speed?: string | undefined;
  seed?: string | undefined;
  admin?: boolean | undefined;
}

/**
 * Turns the command's arguments into the library's options.
 *
 * @throws {TypeError} when the port or the speed is not one.
 * @example
 * readArguments({ port: "8123", speed: "10" }); // { port: 8123, speed: 10 }
 */
export function readArguments(typed: Arguments): SimulatorOptions {
  return {
    speed: readSpeed(typed.speed ?? "real"),
    ...(typed.port === undefined ? {} : { port: readPort(typed.port) }),
    ...(typed.host === undefined ? {} : { host: typed.host }),
    ...(typed.data === undefined ? {} : { dataDir: typed.data }),
    ...(typed.token === undefined ? {} : { token: typed.token }),
    ...(typed.username === undefined ? {} : { username: typed.username }),
    ...(typed.seed === undefined ? {} : { seed: typed.seed }),
    ...(typed.admin === undefined ? {} : { admin: typed.admin }),
  };
}

function readSpeed(text: string): Speed {
  if (text === "instant" || text === "real") return text;
  const factor = Number(text);
  if (Number.isFinite(factor) && factor > 0) return factor;
  throw new TypeError(`--speed takes instant, real or a number above 0, not "${text}".`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new TypeError(`--port takes a whole number from 0 to 65535, not "${text}".`);
}
