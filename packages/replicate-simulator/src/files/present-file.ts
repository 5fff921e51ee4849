import type { Simulation } from "../simulation.ts";
import type { FileRecord } from "./file-record.ts";

/** An uploaded file as the API shows it. */
export function presentFile(simulation: Simulation, file: FileRecord) {
  return {
    id: file.id,
    name: file.name,
    content_type: file.contentType,
    size: file.sizeBytes,
    checksums: { sha256: file.sha256 },
    metadata: file.metadata,
    created_at: new Date(file.createdAt).toISOString(),
    expires_at: new Date(file.expiresAt).toISOString(),
    urls: { get: `${simulation.origin()}/v1/files/${file.id}` },
  };
}
