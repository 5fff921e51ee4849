import { createHash, randomBytes } from "node:crypto";

/** What every access token begins with, so that people and scanners know one where it lies. */
export const tokenPrefix = "selfsame_";

const secretBytes = 32;
const hintCharacters = 4;

/** A new token that nobody can guess: 256 random bits behind the prefix. */
export const newTokenSecret = (): string => `${tokenPrefix}${randomBytes(secretBytes).toString("base64url")}`;

/** What is kept of a token. Its 256 random bits need no slow hash: there is nothing to guess them from. */
export const hashOfToken = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** As much of a token as its owner is shown later, to tell which one it is. */
export const hintOfToken = (secret: string): string => secret.slice(0, tokenPrefix.length + hintCharacters);
