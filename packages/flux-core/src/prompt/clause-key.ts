/** What two clauses have in common when they are equal, the trigger, case and spaces aside. */
export function clauseKey(clause: string, trigger: string): string {
  const lower = clause.toLowerCase();
  return lower.includes(trigger) ? lower.replaceAll(trigger, " ").replace(/\s+/g, " ").trim() : lower;
}
