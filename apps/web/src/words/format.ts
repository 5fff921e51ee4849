/** Numbers, sizes and dates as a person of one language reads them. */
export interface Format {
  /** 1240 → "1,240" */
  count(value: number): string;
  /** 2.8 → "2.8", at most two decimals */
  decimal(value: number): string;
  /** 0.5 → "+0.50"; always with its sign, and two decimals */
  difference(value: number): string;
  /** 1_572_864 → "1.5 MB"; sizes are in bytes, 1 MB = 1,000,000 bytes */
  size(sizeBytes: number): string;
  /** "14 November", with the year when it is not this one */
  day(iso: string, now: Date): string;
  /** "Today", "Yesterday", else as `day` */
  nearDay(iso: string, now: Date): string;
  /** "07:42" */
  time(iso: string): string;
  /** "14 November 2026, 07:42" */
  moment(iso: string): string;
  /** A day's key in the reader's own time zone, for grouping: "2026-11-14" */
  dayKey(iso: string): string;
}

const megabyte = 1_000_000;
const kilobyte = 1_000;

/**
 * Builds the formatting of one language.
 *
 * @example
 * createFormat("en-GB").size(1_500_000) // "1.5 MB"
 */
export function createFormat(language: string, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const fraction = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: "exceptZero",
  });
  const unit = (name: "megabyte" | "kilobyte", digits: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, maximumFractionDigits: digits });
  const megabytes = unit("megabyte", 1);
  const kilobytes = unit("kilobyte", 0);
  const dayOfYear = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", ...zone });
  const dayWithYear = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "long",
    year: "numeric",
    ...zone,
  });
  const hour = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", ...zone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const keyed = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...zone,
  });
  const key = (date: Date) => keyed.format(date);

  function day(iso: string, now: Date): string {
    const date = new Date(iso);
    return key(date).slice(0, 4) === key(now).slice(0, 4) ? dayOfYear.format(date) : dayWithYear.format(date);
  }

  return {
    count: (value) => whole.format(value),
    decimal: (value) => fraction.format(value),
    difference: (value) => signed.format(value),
    size: (sizeBytes) =>
      sizeBytes >= megabyte
        ? megabytes.format(sizeBytes / megabyte)
        : kilobytes.format(Math.max(1, sizeBytes / kilobyte)),
    day,
    nearDay(iso, now) {
      const daysAgo = (Date.parse(key(now)) - Date.parse(key(new Date(iso)))) / 86_400_000;
      if (daysAgo !== 0 && daysAgo !== 1) return day(iso, now);
      const word = relative.format(-daysAgo, "day");
      return word.charAt(0).toLocaleUpperCase(language) + word.slice(1);
    },
    time: (iso) => hour.format(new Date(iso)),
    moment: (iso) => `${dayWithYear.format(new Date(iso))}, ${hour.format(new Date(iso))}`,
    dayKey: (iso) => key(new Date(iso)),
  };
}
