import fc from "fast-check";
import { expect, test } from "vitest";
import { subjectClause } from "./subject-clause.ts";

const text = fc.option(fc.string({ maxLength: 20 }));
const age = fc.option(fc.integer({ min: 18, max: 100 }));

test("says no more than was said, and nothing where nothing was", () => {
  fc.assert(
    fc.property(text, text, age, age, fc.boolean(), (hair, ownWords, one, other, glasses) => {
      const [ageFrom, ageTo] =
        one === null || other === null ? [one, other] : [Math.min(one, other), Math.max(one, other)];
      const clause = subjectClause({ hair, ageFrom, ageTo, glasses, ownWords });
      const says = [hair?.trim(), ownWords?.trim()].some((words) => words) || one !== null || other !== null;
      expect(clause === null).toBe(!says && !glasses);
      expect(clause?.includes("wearing glasses") ?? false).toBe(
        glasses || [hair, ownWords].some((words) => words?.includes("wearing glasses")),
      );
      const ages = [ageFrom, ageTo].filter((years) => years !== null);
      expect(ages.every((years) => clause?.includes(String(years)))).toBe(true);
    }),
  );
});
