import { fileURLToPath } from "node:url";
import { arrowRules } from "./arrow-rules.ts";
import { cruiseArrows } from "./cruise-arrows.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const { modules, dependencies, violations } = await cruiseArrows(root);

for (const { rule, from, to } of violations) {
  const why = arrowRules.find(({ name }) => name === rule)?.comment ?? "";
  console.error(`${from} → ${to}\n  ${rule}: ${why}`);
}
console.log(`arrows: ${modules} files, ${dependencies} imports, ${violations.length} against the rules`);
process.exitCode = violations.length > 0 ? 1 : 0;
