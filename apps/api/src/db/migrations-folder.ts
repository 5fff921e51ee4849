import { fileURLToPath } from "node:url";

/** The folder of the schema's migrations, in the order of their names. */
export const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));
