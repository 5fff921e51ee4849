import { fileURLToPath } from "node:url";
import { writeRouterPackage } from "./write-router-package.ts";

await writeRouterPackage(fileURLToPath(new URL("../dist-router/", import.meta.url)));
