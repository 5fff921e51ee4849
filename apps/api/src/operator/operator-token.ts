import { hkdfSync } from "node:crypto";

/**
 * What an operator's request carries: derived from the studio's own secret, so that whoever can read that secret (the
 * settings, or the file in the data folder) can operate the studio, and nobody else.
 */
export const operatorToken = (secret: string): string =>
  Buffer.from(hkdfSync("sha256", secret, "", "operator", 32)).toString("base64url");
