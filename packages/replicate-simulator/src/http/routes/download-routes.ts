import { Hono } from "hono";
import { verifyDownload } from "../../files/verify-download.ts";
import { notFound } from "../../problems/problems.ts";
import type { Simulation } from "../../simulation.ts";
import type { ApiEnvironment } from "../api-environment.ts";

/** `GET /files/{id}/download`: no token, the signature in the address is the permission. */
export function downloadRoutes(simulation: Simulation) {
  return new Hono<ApiEnvironment>().get("/files/:id/download", async (c) => {
    const file = simulation.stores.files.get(c.req.param("id"));
    if (file === undefined || !verifyDownload(simulation, file, c.req.query()))
      throw notFound("File not found");
    const bytes = await simulation.bytes.read(`file-${file.id}`);
    if (bytes === null) throw notFound("File not found");
    return c.body(new Uint8Array(bytes), 200, { "content-type": "application/octet-stream" });
  });
}
