const partialBlocks = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const barCharacters = 10;

/**
 * One line as Python's tqdm writes it to a pipe.
 *
 * @example
 * tqdmBar({ step: 14, total: 28, elapsedSeconds: 7 });
 * // " 50%|█████     | 14/28 [00:07<00:07,  2.00it/s]"
 */
export function tqdmBar(progress: {
  step: number;
  total: number;
  elapsedSeconds: number;
  description?: string;
  postfix?: string;
}): string {
  const { step, total, elapsedSeconds } = progress;
  const fraction = total === 0 ? 1 : step / total;
  const perSecond = step === 0 || elapsedSeconds <= 0 ? null : step / elapsedSeconds;
  const left = perSecond === null ? "?" : asClock((total - step) / perSecond);
  const percent = String(Math.floor(100 * fraction)).padStart(3);
  const description = progress.description === undefined ? "" : `${progress.description}: `;
  const postfix = progress.postfix === undefined ? "" : `, ${progress.postfix}`;
  const times = `${asClock(elapsedSeconds)}<${left}, ${asRate(perSecond)}`;
  return `${description}${percent}%|${bar(fraction)}| ${step}/${total} [${times}${postfix}]`;
}

function bar(fraction: number): string {
  const eighths = Math.floor(fraction * barCharacters * 8);
  const drawn = "█".repeat(Math.floor(eighths / 8)) + (partialBlocks[eighths % 8] ?? "");
  return drawn.padEnd(barCharacters);
}

function asClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(whole / 3600);
  return hours === 0 ? parts.join(":") : [hours, ...parts].join(":");
}

function asRate(perSecond: number | null): string {
  if (perSecond === null) return "?it/s";
  if (perSecond < 1) return `${(1 / perSecond).toFixed(2).padStart(5)}s/it`;
  return `${perSecond.toFixed(2).padStart(5)}it/s`;
}
