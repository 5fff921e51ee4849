/** What somebody wrote as a monthly limit: whole credits, `null` for none, or that it is neither. */
export function readCap(text: string): { readonly cap: number | null } | "not-whole" {
  const written = text.trim();
  if (written === "") return { cap: null };
  return /^\d{1,9}$/u.test(written) ? { cap: Number(written) } : "not-whole";
}
