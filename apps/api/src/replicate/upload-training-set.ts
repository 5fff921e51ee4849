import { createHash } from "node:crypto";
import type { ApiCall, CallResult } from "./api-call.ts";
import { type UploadedFile, fileSchema } from "./file-schema.ts";
import { pageSchema } from "./page-schema.ts";
import type { Answer, TrainingSetUpload, UploadedTrainingSet } from "./provider.ts";

const filePageSchema = pageSchema(fileSchema);

/**
 * Uploads a zip as a file with a name and a type, which trainers insist on. When the answer is lost, the newest files
 * are searched for the same content, so that no forgotten copy of somebody's photos stays behind.
 */
export async function uploadTrainingSet(
  call: ApiCall,
  { fileName, bytes }: TrainingSetUpload,
): Promise<Answer<UploadedTrainingSet>> {
  if (!fileName.endsWith(".zip")) throw new TypeError(`A training set's file name ends in .zip: ${fileName}`);
  const uploaded = await call(
    `upload ${fileName}, ${bytes.byteLength} bytes`,
    async (client) => await client.files.create(new File([bytes], fileName, { type: "application/zip" })),
    fileSchema,
  );
  if (uploaded.ok) return { outcome: "ok", value: setOf(uploaded.value) };
  if (uploaded.notAccepted) return { outcome: "failed", error: uploaded.error };

  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const found = await findFile(call, bytes.byteLength, sha256);
  return found.ok && found.value !== undefined
    ? { outcome: "ok", value: setOf(found.value) }
    : { outcome: "failed", error: uploaded.error };
}

async function findFile(
  call: ApiCall,
  sizeBytes: number,
  sha256: string,
): Promise<CallResult<UploadedFile | undefined>> {
  const page = await call("search files", async (client) => await client.files.list(), filePageSchema);
  if (!page.ok) return page;
  const same = page.value.items.find((file) => file.size === sizeBytes && file.checksums.sha256 === sha256);
  return { ok: true, value: same };
}

const setOf = (file: UploadedFile): UploadedTrainingSet => ({
  fileId: file.id,
  url: file.urls.get,
  expiresAt: file.expires_at,
});
