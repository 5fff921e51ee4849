import { readFileSync, writeFileSync } from "node:fs";
import { withPresetTables } from "./preset-tables.ts";

const readme = new URL("../README.md", import.meta.url);
writeFileSync(readme, withPresetTables(readFileSync(readme, "utf8")));
