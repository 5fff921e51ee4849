import { expect, test } from "vitest";
import { writeReport } from "../schedules/write-report.ts";
import { runTorture } from "./run-torture.ts";
import { shortTorture } from "./torture-settings.ts";

test(
  "nothing is lost, paid twice or left open when processes are killed, PostgreSQL crashes, disks fill up and the provider fails",
  { timeout: 480_000 },
  async () => {
    const { broken, figures, logFolder } = await runTorture(shortTorture);

    expect(broken, `the processes' logs are in ${logFolder ?? "no folder"}`).toEqual([]);
    await writeReport("torture", figures.join("\n"));
  },
);
