import { hash } from "node:crypto";

/**
 * The SHA-256 of some bytes as 64 lower-case hex digits: the name of a picture in storage.
 *
 * @example
 * sha256Hex(new Uint8Array()) // "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
 */
export const sha256Hex = (bytes: Uint8Array): string => hash("sha256", bytes, "hex");
