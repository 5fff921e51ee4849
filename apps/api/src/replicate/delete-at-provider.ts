import * as z from "zod";
import type { ApiCall } from "./api-call.ts";
import type { Answer, Deletion } from "./provider.ts";

const statusSchema = z.number().int();

/**
 * Deletes what stands under a path. Gone already is as good as deleted, so repeating is safe.
 *
 * @param segments - the parts of the path, unescaped: `["models", account, name]`.
 */
export async function deleteAtProvider(
  call: ApiCall,
  segments: readonly string[],
): Promise<Answer<Deletion>> {
  const path = `/${segments.map(encodeURIComponent).join("/")}`;
  const result = await call(
    `delete ${path}`,
    async (client) => (await client.request(path, { method: "DELETE" })).status,
    statusSchema,
  );
  if (result.ok) return { outcome: "ok", value: result.value === 202 ? "scheduled" : "deleted" };
  const { error } = result;
  return error.code === "provider_refused" && error.reason === "not-found"
    ? { outcome: "ok", value: "already-gone" }
    : { outcome: "failed", error };
}
