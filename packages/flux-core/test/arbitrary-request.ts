import fc from "fast-check";
import type { PromptRequest } from "../src/prompt/prompt-request.ts";
import { expressions, type Expression } from "../src/prompt/expressions.ts";
import { forcedSmilePhrases } from "../src/prompt/forced-smile-phrases.ts";

export const ownTrigger = "user20417733";

const expressionIds = Object.keys(expressions).filter((id): id is Expression =>
  Object.hasOwn(expressions, id),
);

const pieces = [
  ..."confident woman|street fashion|portrait|a|an|at sea|soft smile|smile|wide|big|red coat|U.S|Dr|e.g|no|35|f/1.8|1,200|12".split(
    "|",
  ),
  ..."sea.\n- one|# head|> said|1. first|**|*|_|__|~~|`|```|[a](https://x.y/z)|![b](/c)|\\|\\*|(x:1.2)|(12:1|:1.3)|(soft, light:0.8)".split(
    "|",
  ),
  ..."(|)|[|]|{|}|()|[ ]|, ,|;|,|.|!|?|...|: |-| - |–|'s|’s|\"|/|&|and|+".split("|"),
  ..."，|；|،|、|。|！|？|\n|\r\n|\t|  |\u2028|\u00a0|\u200b|\u200d|\u200c|\ufe0f|\u202e|\ufeff|\0|\ud800|\udc00|e\u0301|\u0301|é|ﬁ|①|²".split(
    "|",
  ),
  ..."女性|夜|женщина|مرحبا|نمی\u200cخواهم|क्\u200dष|👩\u200d🚀|❤️|🇫🇷|#️⃣|𝒳|٣|५".split("|"),
  ...`${ownTrigger}|USER20417733|${ownTrigger} portrait|${ownTrigger}'s|[trigger]|{trigger}|[triggerword]|{trigger_word}|{{Trigger}}|trigger|user|20417733`.split(
    "|",
  ),
  ..."film photograph shot on Hasselblad|Raw photo|authentic facial features|calm expression|face realism|laughing expression".split(
    "|",
  ),
  ..."for the camera|at the camera|widely|broadly|ear to ear|from|grinning|beaming|laughing|LAUGHTER|Big|toothy|soft|smiling|enormous grin".split(
    "|",
  ),
];

/** Briefs made of everything that ever broke a prompt builder, in any order. */
export const tangledBrief: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...pieces) },
      { weight: 2, arbitrary: fc.constantFrom(...forcedSmilePhrases) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom("", " ", ", ", "\n"), { minLength: parts.length, maxLength: parts.length })
      .map((glue) => parts.map((part, at) => part + (glue[at] ?? "")).join("")),
  );

/** Briefs as people write them. */
export const plainBrief: fc.Arbitrary<string> = fc
  .array(
    fc.array(
      fc.constantFrom(
        ..."confident woman walking by the sea in a red coat at dusk with soft light".split(" "),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((clauses) => clauses.map((words) => words.join(" ")).join(", "));

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
);

/** Everything but the brief. */
export const otherArguments: fc.Arbitrary<Omit<PromptRequest, "brief">> = fc.record(
  {
    trigger: fc.constant(ownTrigger),
    placement: fc.constantFrom("begin", "begin-and-middle"),
    quality: fc.constantFrom("film-portrait", "none"),
    expression: fc.constantFrom(...expressionIds),
    expressionPolicy: fc.constantFrom("natural", "as-written"),
    keep: fc.array(
      fc.constantFrom("laughing", "big smile", "smile", "grinning", "soft smile", "Wide", "raw"),
      {
        maxLength: 2,
      },
    ),
    subject: fc.oneof(
      fc.constantFrom(
        "woman, 35 years old",
        "portrait",
        "a (tall man",
        "she] x",
        "a beaming man",
        "big smile",
      ),
      tangledBrief,
    ),
    enhancement: fc.constantFrom("none", "subtle", "medium", "dramatic"),
    foreignTriggers: fc.array(fc.constantFrom("sks", "raw photo", "red coat", "a", ownTrigger), {
      maxLength: 1,
    }),
  },
  { requiredKeys: ["trigger", "placement", "quality"] },
);
