import type { Simulation } from "../simulation.ts";

/** The provider takes files of up to 100 MB. */
const largestBytes = 100 * 1024 * 1024;
const timeoutMs = 60_000;

type Fetched = { ok: true; bytes: Buffer } | { ok: false; error: string };

/** The bytes behind an input address: an upload of this account, a data URI, or any http address. */
export async function fetchInputBytes(
  simulation: Simulation,
  account: string,
  address: string,
): Promise<Fetched> {
  if (address.startsWith("data:")) return fromDataUri(address);
  if (!URL.canParse(address)) return refused(address, "is not an address");
  const url = new URL(address);
  const fileId = /^\/v1\/files\/([a-z2-7]{26})(?:\/download)?$/.exec(url.pathname)?.[1];
  const file = fileId === undefined ? undefined : simulation.stores.files.get(fileId);
  if (file !== undefined && file.account === account) {
    const bytes = await simulation.bytes.read(`file-${file.id}`);
    return bytes === null ? refused(address, "was not found") : { ok: true, bytes };
  }
  if (url.origin === simulation.origin()) return refused(address, "was not found");
  return fromNetwork(url);
}

function fromDataUri(address: string): Fetched {
  const comma = address.indexOf(",");
  if (comma < 0) return refused("data:", "has no content");
  const encoded = address.slice(comma + 1);
  const isBase64 = address.slice(0, comma).endsWith(";base64");
  return {
    ok: true,
    bytes: isBase64 ? Buffer.from(encoded, "base64") : Buffer.from(decodeURIComponent(encoded)),
  };
}

async function fromNetwork(url: URL): Promise<Fetched> {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return refused(url.href, "is not an http address");
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) return refused(url.href, `answered ${response.status}`);
    const bytes = await readUpTo(response, largestBytes);
    return bytes === null ? refused(url.href, "is larger than 100 MB") : { ok: true, bytes };
  } catch {
    return refused(url.href, "could not be reached");
  }
}

/** Null when the body is longer than that; the rest of it is not read. */
async function readUpTo(response: Response, mostBytes: number): Promise<Buffer | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for (;;) {
    const read = await reader?.read();
    const part: unknown = read?.value;
    if (!(part instanceof Uint8Array)) return Buffer.concat(parts);
    sizeBytes += part.byteLength;
    if (sizeBytes > mostBytes) {
      await reader?.cancel();
      return null;
    }
    parts.push(part);
  }
}

/** The wording of input errors that surface after a 201. */
function refused(address: string, why: string): Fetched {
  const detail = [{ loc: ["body", "input", "input_images"], msg: `${address} ${why}` }];
  return { ok: false, error: `Prediction input failed validation: ${JSON.stringify({ detail })}` };
}
