import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** The page: its files, and its one document for every address that is none of them. */
export const pageRoutes = (pageFolder: string): Hono => {
  const routes = new Hono();
  routes.use(
    "/assets/*",
    serveStatic({
      root: pageFolder,
      // The build names these files after their content.
      onFound: (_path, context) => context.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
  );
  routes.all("/assets/*", (context) => context.text("Not found", 404));
  routes.use("/*", serveStatic({ root: pageFolder, index: "" }));
  routes.get("/*", async (context) => {
    context.header("Cache-Control", "no-cache");
    return context.html(await readFile(join(pageFolder, "index.html"), "utf8"));
  });
  return routes;
};
