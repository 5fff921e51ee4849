import { expect, test } from "vitest";
import { openGround, playSuite } from "./play-schedules.ts";
import { readSuiteSettings } from "./suite-settings.ts";
import { writeReport } from "./write-report.ts";

const settings = readSuiteSettings(process.env);

test(
  "nothing is paid twice or lost and everything ends, whatever goes wrong, without webhooks, by asking",
  {
    timeout: settings.mostMs === Number.POSITIVE_INFINITY ? 0 : settings.mostMs + 120_000,
  },
  async () => {
    await using ground = await openGround({ database: "postgres", webhooks: false });
    const { played, seconds, failure } = await playSuite(ground, settings);

    expect(failure).toBeNull();
    expect(played).toBeGreaterThan(0);
    await writeReport(
      "schedules-by-polling",
      `Random schedules without webhooks, by asking: ${played} of ${settings.count} played in ${seconds.toFixed(0)} s, seed ${settings.seed}. None paid twice, none lost, all ended.`,
    );
  },
);
