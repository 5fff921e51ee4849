import { createHash } from "node:crypto";
import type { Account } from "../accounts/account.ts";
import { Problem } from "../problems/problem.ts";
import { invalidInput } from "../problems/problems.ts";
import type { Simulation } from "../simulation.ts";
import { isObject } from "../validation/json-body.ts";
import type { FileRecord } from "./file-record.ts";
import { scheduleFileExpiry } from "./schedule-file-expiry.ts";

/** The largest upload. */
export const largestBytes = 100 * 1024 * 1024;

const longestNameBytes = 255;

/** How long an upload stays; the provider's documents show one hour, and say nothing firmer. */
const keptMs = 60 * 60 * 1000;

/** Stores the `content` part of a form, with the name, type and metadata that came with it. */
export async function createFile(
  simulation: Simulation,
  account: Account,
  form: FormData,
): Promise<FileRecord> {
  const content = form.get("content");
  if (!(content instanceof File)) throw invalid("content", "content is required");
  if (content.size > largestBytes) throw fileTooLarge();
  const name = textPart(form, "filename") ?? content.name;
  if (name === "" || Buffer.byteLength(name) > longestNameBytes) {
    throw invalid("filename", "filename is required and has at most 255 bytes");
  }
  const bytes = Buffer.from(await content.arrayBuffer());
  const createdAt = simulation.clock.now();
  const file: FileRecord = {
    id: simulation.identifiers.resource(),
    sequence: simulation.nextSequence(),
    account: account.username,
    name,
    contentType: textPart(form, "type") ?? (content.type === "" ? "application/octet-stream" : content.type),
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    metadata: await readMetadata(form),
    createdAt,
    expiresAt: createdAt + keptMs,
  };
  await simulation.bytes.write(`file-${file.id}`, bytes);
  await simulation.stores.files.put(file);
  scheduleFileExpiry(simulation, file);
  return file;
}

async function readMetadata(form: FormData): Promise<Record<string, unknown>> {
  const part = form.get("metadata");
  if (part === null) return {};
  try {
    const metadata: unknown = JSON.parse(typeof part === "string" ? part : await part.text());
    if (isObject(metadata)) return metadata;
  } catch {
    // Not JSON at all: told below, as any other wrong metadata is.
  }
  throw invalid("metadata", "metadata must be a valid JSON object");
}

function textPart(form: FormData, name: string): string | null {
  const part = form.get(name);
  return typeof part === "string" && part !== "" ? part : null;
}

/** The 413 of an upload that is too large. */
export function fileTooLarge(): Problem {
  return new Problem(413, { detail: "Files must be less than 100MB in size", status: 413 });
}

function invalid(field: string, description: string): Problem {
  return invalidInput([{ type: "invalid", field, description }]);
}
