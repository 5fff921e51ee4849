import { describe, expect, it } from "vitest";
import { judgeAudit } from "./judge-audit.ts";

const today = "2026-11-22";
const advisory = (severity: string) => ({
  severity,
  module_name: "left-pad",
  title: "Pads too much",
  github_advisory_id: "GHSA-aaaa-bbbb-cccc",
});
const report = (...severities: string[]) =>
  JSON.stringify({
    advisories: Object.fromEntries(severities.map((one, at) => [String(at), advisory(one)])),
  });
const allowed = (until: string) => [{ id: "GHSA-aaaa-bbbb-cccc", reason: "never called", until }];

describe("an audit of the packages", () => {
  it("passes without findings, and with small ones", () => {
    expect(judgeAudit(report(), [], today)).toEqual({ outcome: "passed" });
    expect(judgeAudit(report("low", "moderate"), [], today)).toEqual({ outcome: "passed" });
  });

  it.each(["high", "critical"])("fails with a finding that is %s, and names it", (severity) => {
    expect(judgeAudit(report("low", severity), [], today)).toEqual({
      outcome: "failed",
      findings: [`left-pad (${severity}, GHSA-aaaa-bbbb-cccc): Pads too much`],
    });
  });

  it("lets a known finding be until its day has passed", () => {
    expect(judgeAudit(report("high"), allowed(today), today)).toEqual({ outcome: "passed" });
    expect(judgeAudit(report("high"), allowed("2026-11-21"), today)).toMatchObject({ outcome: "failed" });
  });

  it.each([
    ["", "no registry answered"],
    ["Error: ERR_PNPM_AUDIT_BAD_RESPONSE\n\n  responded with 405", "Error: ERR_PNPM_AUDIT_BAD_RESPONSE"],
    ['{"error":{"code":"ENOTFOUND"}}', '{"error":{"code":"ENOTFOUND"}}'],
  ])("claims nothing when %o was printed", (printed, why) => {
    expect(judgeAudit(printed, [], today)).toEqual({ outcome: "not run", why });
  });
});
