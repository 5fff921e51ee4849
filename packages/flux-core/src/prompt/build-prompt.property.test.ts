import fc from "fast-check";
import { expect, test } from "vitest";
import {
  anyText,
  otherArguments,
  ownTrigger,
  plainBrief,
  tangledBrief,
} from "../../test/arbitrary-request.ts";
import { propertyRuns } from "../../test/property-runs.ts";
import { buildPrompt, expressions, forcedSmilePhrases, type PromptRequest } from "../index.ts";

const anyBrief = fc.oneof(
  { weight: 6, arbitrary: tangledBrief },
  { weight: 2, arbitrary: plainBrief },
  { weight: 2, arbitrary: anyText },
);
const anyRequest: fc.Arbitrary<PromptRequest> = fc
  .tuple(anyBrief, otherArguments)
  .map(([brief, others]) => ({ ...others, brief }));

/** The prompts that could be built; a refusal is another property's business. */
function built(request: PromptRequest) {
  const result = buildPrompt(request);
  fc.pre(result.ok);
  return result.value;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const wholeToken = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${escaped(text)}(?![\\p{L}\\p{N}\\p{M}])`, "giu");

const anyForcedSmile = new RegExp(
  wholeToken("PHRASES").source.replace(
    "PHRASES",
    () => `(?:${forcedSmilePhrases.map((phrase) => phrase.replaceAll(" ", "\\s+")).join("|")})`,
  ),
  "giu",
);

test("building a built text again gives the same text", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { text } = built(request);
      const again = buildPrompt({ ...request, brief: text });
      expect(again.ok ? again.value.text : again.error).toBe(text);
    }),
    propertyRuns(2),
  );
});

test("the text holds the trigger as often as placement and quality call for, and says so", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { text, triggerCount, clauses } = built(request);
      const middle = request.placement === "begin-and-middle" ? 1 : 0;
      const named = clauses.some(
        ({ origin, text: clause }) => origin === "quality" && clause.includes(ownTrigger),
      );
      expect(triggerCount).toBe(1 + middle + (named ? 1 : 0));
      expect(text.match(wholeToken(ownTrigger))).toHaveLength(triggerCount);
      expect(text.startsWith(ownTrigger)).toBe(true);
    }),
    propertyRuns(),
  );
});

test("the clauses joined by commas are the text, with none doubled, leading or trailing", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { text, clauses } = built(request);
      expect(clauses.map((clause) => clause.text).join(", ")).toBe(text);
      expect(text).not.toMatch(/^[\s,;]|[\s,;]$|[,;，；]\s*[,;，；]|\s\s|\n/u);
    }),
    propertyRuns(),
  );
});

test("nothing that would be replaced again comes out", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      fc.pre(request.expressionPolicy !== "as-written" && request.keep === undefined);
      const { clauses } = built(request);
      const left = clauses.flatMap(({ text }) => text.match(anyForcedSmile) ?? []);
      const allowed = request.expression === "laughing" ? /^laugh/i : /^$/;
      expect(left.filter((phrase) => !allowed.test(phrase))).toEqual([]);
    }),
    propertyRuns(),
  );
});

test("the expression is never lost, and the subject never goes without a word", () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const { clauses } = built(request);
      const texts = (origin: string) =>
        clauses.filter((clause) => clause.origin === origin).map(({ text }) => text);
      const wording = request.expression === undefined ? [] : [expressions[request.expression].noun];
      expect(texts("expression")).toEqual(wording);
      expect(texts("subject").length > 0).toBe(request.subject !== undefined);
    }),
    propertyRuns(),
  );
});

test("a plain subject stands word for word behind the trigger, whatever the brief", () => {
  fc.assert(
    fc.property(anyBrief, otherArguments, (brief, others) => {
      const { text } = built({ ...others, brief, subject: "tall woman, auburn hair" });
      expect(text.startsWith(`${ownTrigger}, tall woman, auburn hair`)).toBe(true);
    }),
    propertyRuns(0.5),
  );
});

test("every text either builds or is refused with a code and a sentence", () => {
  fc.assert(
    fc.property(anyText, otherArguments, (brief, others) => {
      const result = buildPrompt({ ...others, brief });
      const { text, refusal } = result.ok
        ? { text: result.value.text, refusal: "none" }
        : { text: result.error.message, refusal: result.error.code };
      expect(text).not.toMatch(/^$|\p{Cs}/u);
      expect(["none", "brief-empty", "brief-too-long", "foreign-trigger"]).toContain(refusal);
      expect(result.ok ? text.normalize("NFC") : text).toBe(text);
    }),
    propertyRuns(),
  );
});

test("any value at all is answered, never thrown at", () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      (value) => {
        // A caller without types can pass anything.
        const request = value as PromptRequest;
        expect(buildPrompt(request)).toHaveProperty("ok");
        expect(buildPrompt({ ...request, trigger: ownTrigger, brief: "at sea" })).toHaveProperty("ok");
      },
    ),
    propertyRuns(),
  );
});

test("numbers and closed brackets are never cut", () => {
  const whole = fc.constantFrom(
    "f/1.8",
    "1,200",
    "3.5",
    "(red, blue; green)",
    "[soft, warm]",
    "{a. b}",
    "(a (b, c) d)",
  );
  fc.assert(
    fc.property(plainBrief, whole, plainBrief, (before, piece, after) => {
      const { clauses } = built({
        brief: `${before} ${piece} ${after}`,
        trigger: ownTrigger,
        placement: "begin-and-middle",
        quality: "none",
      });
      expect(clauses.filter(({ text }) => text.includes(piece))).toHaveLength(1);
    }),
    propertyRuns(0.5),
  );
});

test("the middle trigger stands after half of the person's own clauses, rounded up", () => {
  fc.assert(
    fc.property(plainBrief, (brief) => {
      const { clauses } = built({
        brief,
        trigger: ownTrigger,
        placement: "begin-and-middle",
        quality: "film-portrait",
      });
      const own = clauses.filter(({ origin }) => origin === "brief").length;
      const before = clauses.findIndex(({ origin }) => origin === "reinforcement") - 1;
      expect(before).toBe(Math.ceil(own / 2));
    }),
    propertyRuns(0.5),
  );
});
