import { type Context, Hono } from "hono";
import { createFile, fileTooLarge, largestBytes } from "../../files/create-file.ts";
import { deleteFile } from "../../files/delete-file.ts";
import type { FileRecord } from "../../files/file-record.ts";
import { presentFile } from "../../files/present-file.ts";
import { notFound, problem } from "../../problems/problems.ts";
import type { Simulation } from "../../simulation.ts";
import type { ApiEnvironment } from "../api-environment.ts";
import { page } from "../page.ts";

/** More than boundaries, headers and metadata take. */
const formOverheadBytes = 1024 * 1024;

/** `/files`, all but the download, which carries its own permission. */
export function fileRoutes(simulation: Simulation) {
  const fileOf = (c: Context<ApiEnvironment>): FileRecord => {
    const file = simulation.stores.files.get(c.req.param("id") ?? "");
    if (file?.account !== c.var.account.username) throw notFound("File not found");
    return file;
  };
  return new Hono<ApiEnvironment>()
    .get("/files", (c) => {
      const files = simulation.stores.files
        .all()
        .filter((file) => file.account === c.var.account.username)
        .toReversed();
      return c.json(page(files, c.req.url, simulation.origin(), (file) => presentFile(simulation, file)));
    })
    .post("/files", async (c) => {
      // Refused before it is read: the form's other parts are small.
      if (Number(c.req.header("content-length") ?? 0) > largestBytes + formOverheadBytes)
        throw fileTooLarge();
      let form: FormData;
      try {
        form = await c.req.formData();
      } catch {
        throw problem(400, "Bad request", "The request body is not a valid multipart form");
      }
      const file = await createFile(simulation, c.var.account, form);
      return c.json(presentFile(simulation, file), 201);
    })
    .get("/files/:id", (c) => c.json(presentFile(simulation, fileOf(c))))
    .delete("/files/:id", async (c) => {
      await deleteFile(simulation, fileOf(c).id);
      return c.body(null, 204);
    });
}
