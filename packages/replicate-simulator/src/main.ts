#!/usr/bin/env node
import { parseArgs } from "node:util";
import { describeStartError } from "./describe-start-error.ts";
import { readArguments } from "./read-arguments.ts";
import { startSimulator } from "./start-simulator.ts";

const usage = `replicate-simulator: a local server that speaks the Replicate HTTP API

  --port N         port to listen on (default: any free one)
  --host ADDRESS   address to listen on (default: 127.0.0.1)
  --data DIR       folder to keep everything in (default: nothing is kept)
  --token T        the API token (default: r8_simulated)
  --username NAME  whose token it is (default: simulated)
  --speed S        instant, real, or a number: so many times faster than real (default: real)
  --seed TEXT      repeat the same ids, durations and faults
  --admin          open /_simulator for faults and the clock, behind the token
  --help           show this
`;

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      host: { type: "string" },
      data: { type: "string" },
      token: { type: "string" },
      username: { type: "string" },
      speed: { type: "string" },
      seed: { type: "string" },
      admin: { type: "boolean" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    process.stdout.write(usage);
  } else {
    const simulator = await startSimulator(readArguments(values));
    process.stdout.write(`${simulator.url}\n`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        void simulator.close().then(() => process.exit(0));
      });
    }
  }
} catch (error) {
  process.stderr.write(`${describeStartError(error)}\n`);
  process.exitCode = 1;
}
