/** Everything that looks at the code without running it, in the order in which it is cheapest to fail. */
export const staticChecks = {
  format: ["oxfmt", "--check", "."],
  lint: ["oxlint"],
  arrows: ["node", "tooling/lint/src/check-arrows.ts"],
  types: ["tsc", "-b", "tooling/typescript"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
