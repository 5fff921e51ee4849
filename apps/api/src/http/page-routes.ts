import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

// The build names the files in assets after their content; all others are asked for again.
const keptByTheBrowser = "public, max-age=31536000, immutable";
const askedForAgain = "no-cache";

/** The page: its files, and its one document for every address that is none of them. */
export const pageRoutes = (pageFolder: string): Hono => {
  const routes = new Hono();
  routes.use(async (context, next) => {
    await next();
    const isKept = context.res.ok && context.req.path.startsWith("/assets/");
    context.header("Cache-Control", isKept ? keptByTheBrowser : askedForAgain);
  });
  routes.use("/assets/*", serveStatic({ root: pageFolder }));
  routes.all("/assets/*", (context) => context.text("Not found", 404));
  routes.use("/*", serveStatic({ root: pageFolder }));
  routes.get("/*", async (context) => context.html(await readFile(join(pageFolder, "index.html"), "utf8")));
  return routes;
};
