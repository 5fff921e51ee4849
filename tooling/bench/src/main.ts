import { availableParallelism, cpus, loadavg } from "node:os";
import { describeFigure } from "./describe-figure.ts";
import type { Figure } from "./figure.ts";
import { webhooksWritten } from "./figures/webhooks-written.ts";

const figures: readonly Figure[] = [webhooksWritten];

const usage = [
  "npm run bench [-- <figure> …]: measures the studio's figures, each beside its peer in the same run.",
  "",
  ...figures.map(({ name, about }) => `  ${name}  ${about}`),
].join("\n");

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !figures.some((figure) => figure.name === name));
if (unknown.length > 0) {
  console.log(usage);
  process.exitCode = asked.includes("--help") ? 0 : 1;
} else {
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model ?? "an unknown processor"}`;
  for (const figure of figures.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    const before = loadavg()[0] ?? 0;
    const measured = await figure.measure();
    console.log(`\n${figure.name}: ${figure.about}`);
    for (const line of describeFigure(measured)) console.log(line);
    // What else ran on the machine is part of every figure.
    console.log(`${machine}, Node ${process.version}; load ${before.toFixed(1)} when it began`);
  }
}
