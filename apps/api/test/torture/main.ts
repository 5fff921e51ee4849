import { parseArgs } from "node:util";
import { z } from "zod";
import { runTorture } from "./run-torture.ts";
import { longTorture } from "./torture-settings.ts";

const usage = `npm run torture: asks a studio of several processes for portraits while they are killed, PostgreSQL crashes, disks
fill up and the provider fails, and looks afterwards whether anything was lost, paid twice or left open.

  --minutes N       how long things go wrong (default: 10)
  --generations N   how many generations are asked for (default: 300 for each minute)
  --seed N          what is asked for, what goes wrong and when (default: drawn, and printed)
  --help            show this

The same seed, minutes and generations repeat the same plan. What the plan meets is the machine's: two runs of one
plan hit different moments, so a failure is looked for by running its plan several times.
`;

const whole = z.coerce.number().int().positive();
const wishes = z.object({
  seed: whole.optional(),
  minutes: z.coerce.number().positive().default(10),
  generations: whole.optional(),
});
const highestSeed = 2 ** 31 - 1;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    minutes: { type: "string" },
    generations: { type: "string" },
    help: { type: "boolean" },
  },
});
const wished = wishes.safeParse(values);
if (values.help === true || !wished.success) {
  process.stdout.write(usage);
  process.exitCode = values.help === true ? 0 : 1;
} else {
  const { seed = Math.ceil(Math.random() * highestSeed), minutes, generations } = wished.data;
  process.stdout.write(`seed ${seed}, ${minutes} minutes\n`);
  const { broken, figures, logFolder } = await runTorture(
    longTorture({ seed, minutes, ...(generations === undefined ? {} : { generations }) }),
  );
  process.stdout.write(`${figures.join("\n")}\n`);
  for (const promise of broken) process.stdout.write(`BROKEN: ${promise}\n`);
  if (logFolder !== null) process.stdout.write(`The processes' logs are in ${logFolder}\n`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
