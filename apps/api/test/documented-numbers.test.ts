import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { defaultCreditSettings } from "../src/credits/credit-settings.ts";
import { defaultRateBudgets } from "../src/rate-limits/rate-limits.ts";
import { tokenScopes } from "../src/tokens/token-scope.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, "utf8");
// Safe: it is this package's own manifest.
const { version } = JSON.parse(read("apps/api/package.json")) as { version: string };
const { token } = defaultRateBudgets;

interface Fact {
  readonly page: string;
  /** The sentence, with each number as a group. */
  readonly says: RegExp;
  readonly is: readonly (string | number)[];
}

const facts: readonly Fact[] = [
  {
    page: "README.md",
    says: /begin with (\d+) credits \(one is one portrait, a training costs (\d+)/u,
    is: [defaultCreditSettings.signUp, defaultCreditSettings.training],
  },
  {
    page: "docs/API.md",
    says: /counted by the token: ([\d,]+) in ([\d,]+) seconds, and ([\d,]+) from one address/u,
    is: [token.perAccount, token.withinSeconds, token.perAddress],
  },
  { page: "docs/API.md", says: /selfsame-api-(\d+\.\d+\.\d+)\.tgz/u, is: [version] },
  { page: "docs/API.md", says: /is the api's: `(\d+\.\d+\.\d+)` now/u, is: [version] },
];

/** What a page says otherwise than the code; empty when they agree. */
const differences = ({ says, is }: Fact, text: string): string[] => {
  const found = says.exec(text);
  if (found === null) return [`the sentence is gone: ${says.source}`];
  return is.flatMap((value, at) => {
    const said = (found[at + 1] ?? "").replaceAll(",", "");
    return said === String(value) ? [] : [`${said} is ${value}`];
  });
};

describe("the numbers in the documentation", () => {
  test.each(facts)("of $page are the code's: $says", (fact) => {
    expect(differences(fact, read(fact.page))).toEqual([]);
  });

  test.each(facts)("of $page are looked at: another one is seen", (fact) => {
    const planted = read(fact.page).replace(fact.says, (sentence) => sentence.replace(/\d/u, "7"));
    expect(differences(fact, planted)).toHaveLength(1);
  });

  test("docs/API.md explains every scope, and no other", () => {
    const rows = [...read("docs/API.md").matchAll(/^\| `(?<scope>[a-z]+)` \|/gmu)];
    expect(rows.map(({ groups }) => groups?.["scope"])).toEqual([...tokenScopes]);
  });
});
