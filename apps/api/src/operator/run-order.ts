import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { balanceView } from "../credits/balance-view.ts";
import { dayOf, monthOf } from "../credits/spending-period.ts";
import { finding, findingLines } from "../doctor/finding.ts";
import { saveBackup } from "./save-backup.ts";
import { type OrderedStudio, OrderRefused, sendOrder } from "./send-order.ts";

/** How the command is used. */
export const operatorUsage = [
  "npm run operate -- grant <e-mail> <credits> --reason <words> [--key <uuid>]",
  "npm run operate -- state [--json]",
  "npm run operate -- suspend <e-mail> --reason <words>",
  "npm run operate -- lift <e-mail>",
  "npm run operate -- acts [--json]",
  "npm run operate -- doctor [--json]",
  "npm run operate -- backup <file>",
  "npm run operate -- restore <file>",
  "npm run operate -- pause --reason <words>",
  "npm run operate -- resume",
  "npm run operate -- set-aside [--json]",
  "npm run operate -- put-back <id> …",
  "npm run operate -- rotate-keys",
  "npm run audit:isolation [-- --bytes]",
  "npm run operate -- spending [--from <day>] [--until <day>] [--json]",
  "",
  "Each takes --server <address>; days are written 2026-05-01 and are in UTC.",
].join("\n");

const state = z.object({ state: z.object({ alarms: z.number() }).loose(), lines: z.array(z.string()) });
const acts = z.object({
  acts: z.array(
    z.object({
      at: z.iso.datetime(),
      act: z.string(),
      subjectId: z.uuid().nullable(),
      reason: z.string().nullable(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
});
const examined = z.object({ findings: z.array(finding) });
const rotation = z.object({ subjects: z.number(), keyId: z.string() });
const audit = z.object({ report: z.object({ problems: z.number() }), lines: z.array(z.string()) });
const spending = z.object({ report: z.unknown(), lines: z.array(z.string()) });

const setAsideJobs = z.object({
  setAside: z.array(
    z.object({
      id: z.uuid(),
      job: z.string().nullable(),
      payload: z.unknown(),
      tries: z.int(),
      enqueuedAt: z.iso.datetime().nullable(),
      setAsideAt: z.iso.datetime(),
      failure: z.unknown(),
    }),
  ),
});
const putBack = z.object({ found: z.int() });

const options = {
  reason: { type: "string" },
  key: { type: "string" },
  from: { type: "string" },
  until: { type: "string" },
  bytes: { type: "boolean" },
  json: { type: "boolean" },
  server: { type: "string" },
} as const;

/**
 * Reads an operator's command line and has a running studio do it.
 *
 * @param now what "this month" means where no days are given
 * @returns lines to print
 * @throws OrderRefused
 */
export const runOrder = async (
  arguments_: readonly string[],
  studio: OrderedStudio,
  now: Date,
): Promise<string[]> => {
  const { values, positionals } = parse(arguments_);
  const at = { ...studio, url: values.server ?? studio.url };
  const [order, ...rest] = positionals;
  switch (order) {
    case "grant": {
      const [email, credits] = rest;
      const grant = {
        email,
        credits: Number(credits),
        reason: values.reason,
        key: values.key ?? randomUUID(),
      };
      const { available } = balanceView.parse(await sendOrder(at, "POST", "/operator/grants", grant));
      return [`${email ?? ""} got ${credits ?? ""} credits and has ${available} to spend.`];
    }
    case "doctor": {
      const { findings } = examined.parse(await sendOrder(at, "GET", "/operator/doctor"));
      return values.json === true ? [JSON.stringify(findings)] : findingLines(findings);
    }
    case "backup": {
      const [file] = rest;
      if (file === undefined) throw new OrderRefused(operatorUsage);
      const { sizeBytes, files } = await saveBackup(at, file);
      return [
        `${file} holds ${files} files, ${sizeBytes} bytes.`,
        "It is of no use without the studio's keys: keep a copy of them, apart from it (docs/RUNNING.md).",
      ];
    }
    case "state": {
      const told = state.parse(await sendOrder(at, "GET", "/operator/state"));
      return values.json === true ? [JSON.stringify(told.state)] : told.lines;
    }
    case "suspend":
      await sendOrder(at, "POST", "/operator/suspend", { email: rest[0], reason: values.reason });
      return [`${rest[0] ?? ""} makes nothing new until it is lifted. What they have stays theirs.`];
    case "lift":
      await sendOrder(at, "POST", "/operator/suspend", { email: rest[0], reason: null });
      return [`${rest[0] ?? ""} can make things again.`];
    case "acts": {
      const told = acts.parse(await sendOrder(at, "GET", "/operator/acts"));
      if (values.json === true) return [JSON.stringify(told.acts)];
      if (told.acts.length === 0) return ["No operator has ordered anything yet."];
      return told.acts.map(({ at: when, act, subjectId, reason, details }) =>
        [when, act, subjectId ?? "the studio", JSON.stringify(details), reason ?? ""].join("  ").trimEnd(),
      );
    }
    case "pause":
      await sendOrder(at, "POST", "/operator/pause", { reason: values.reason });
      return ["The studio takes no new paid work. What is under way goes on."];
    case "resume":
      await sendOrder(at, "POST", "/operator/resume");
      return ["The studio takes paid work again."];
    case "set-aside": {
      const { setAside } = setAsideJobs.parse(await sendOrder(at, "GET", "/operator/set-aside"));
      if (values.json === true) return [JSON.stringify(setAside)];
      if (setAside.length === 0) return ["No job is set aside."];
      return setAside.map(
        ({ id, job, tries, setAsideAt, payload }) =>
          `${id}  ${job ?? "unknown"}, after ${tries} tries, at ${setAsideAt}  ${JSON.stringify(payload)}`,
      );
    }
    case "put-back": {
      const { found } = putBack.parse(await sendOrder(at, "POST", "/operator/put-back", { ids: rest }));
      return [`${found} of ${rest.length} put back: each has all its tries again.`];
    }
    case "spending": {
      const from = values.from === undefined ? monthOf(now).from : startOfDay(values.from);
      const until = values.until === undefined ? dayOf(now).until : startOfDay(values.until);
      const query = new URLSearchParams({ from: from.toISOString(), until: until.toISOString() });
      const answer = await sendOrder(at, "GET", `/operator/spending?${query.toString()}`);
      const { report, lines } = spending.parse(answer);
      return values.json === true ? [JSON.stringify(report)] : lines;
    }
    case "rotate-keys": {
      const { subjects, keyId } = rotation.parse(await sendOrder(at, "POST", "/operator/rotate-keys"));
      return [
        `Everything kept of ${subjects} subjects is under the key ${keyId} now, with fresh pseudonyms.`,
        "Once every process of the studio has that key, take the older ones out of its list.",
      ];
    }
    case "audit-isolation": {
      const wanted = { bytes: values.bytes === true };
      const { report, lines } = audit.parse(await sendOrder(at, "POST", "/operator/audit-isolation", wanted));
      if (report.problems > 0) throw new OrderRefused(lines.join("\n"));
      return lines;
    }
    default:
      throw new OrderRefused(operatorUsage);
  }
};

const parse = (arguments_: readonly string[]) => {
  try {
    return parseArgs({ args: [...arguments_], options, allowPositionals: true });
  } catch (error) {
    throw new OrderRefused(operatorUsage, { cause: error });
  }
};

const startOfDay = (text: string): Date => {
  const day = new Date(`${text}T00:00:00.000Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime()))
    throw new OrderRefused(`${text} is no day. Days are written 2026-05-01.`);
  return day;
};
