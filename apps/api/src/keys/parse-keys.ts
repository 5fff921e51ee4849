import type { StudioKey } from "./keyring.ts";

const oneKey = /^([a-z0-9][a-z0-9-]{0,31}):([A-Za-z0-9_-]{43})$/;

/**
 * Reads a list of keys, newest first, or says why it is none: names of lower-case letters, digits and `-`, each
 * followed by 32 bytes in base64url.
 *
 * @example parseKeys("2026-11:…43 characters…,2026-05:…43 characters…")
 */
export const parseKeys = (
  text: string,
):
  | { readonly ok: true; readonly keys: readonly StudioKey[] }
  | { readonly ok: false; readonly why: string } => {
  const keys: StudioKey[] = [];
  for (const [index, part] of text.split(",").entries()) {
    const [, id, encoded] = oneKey.exec(part.trim()) ?? [];
    if (id === undefined || encoded === undefined)
      return { ok: false, why: `key ${index + 1} is not a name, a colon and 32 bytes in base64url` };
    if (keys.some((key) => key.id === id)) return { ok: false, why: `two keys have the name ${id}` };
    keys.push({ id, bytes: Buffer.from(encoded, "base64url") });
  }
  return { ok: true, keys };
};

/** A key as the setting has it. */
export const formatKey = ({ id, bytes }: StudioKey): string =>
  `${id}:${Buffer.from(bytes).toString("base64url")}`;
