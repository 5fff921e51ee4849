import { Bench } from "tinybench";
import { buildPrompt, type PromptRequest } from "../src/index.ts";
import { seedSnippet } from "./seed-snippet.ts";

const trigger = "user42585527";
const seedExample = "confident woman, street fashion";
const eightClauses =
  "confident woman in a red wool coat, walking through Lisbon, golden hour light, soft smile, film grain, looking away from us, wind in her hair, shallow depth of field, calm mood at sea";

const request = (brief: string): PromptRequest => ({
  brief,
  trigger,
  placement: "begin-and-middle",
  quality: "film-portrait",
});

/** Ten thousand characters each; whatever they are, an answer must come within half a second. */
const hostile: Readonly<Record<string, string>> = {
  letters: "a".repeat(10_000),
  spaces: " ".repeat(10_000),
  brackets: "([{".repeat(3_333),
  emphasis: "*a_".repeat(3_333),
  smiles: "grinning big ".repeat(770),
  ideographs: "夜".repeat(10_000),
};
/** The same at the longest that is not refused for its length alone. */
const longest = Object.entries(hostile).map(([name, text]) => [name, text.slice(0, 4_000)] as const);

const bench = new Bench({ time: 1_500, warmupTime: 500 });
bench
  .add("the seed's example: buildPrompt", () => void buildPrompt(request(seedExample)))
  .add("the seed's example: snippet", () => void seedSnippet(seedExample, trigger))
  .add("eight clauses, 180 characters: buildPrompt", () => void buildPrompt(request(eightClauses)))
  .add("eight clauses, 180 characters: snippet", () => void seedSnippet(eightClauses, trigger));
await bench.run();

const perSecond = new Map(
  bench.tasks.map(({ name, result }) => {
    if (result.state !== "completed") throw new Error(`${name} did not complete`);
    const { mean, rme } = result.throughput;
    return [name, { "per second": Math.round(mean), "± %": Number(rme.toFixed(2)) }] as const;
  }),
);
const rate = (name: string): number => perSecond.get(name)?.["per second"] ?? Number.NaN;
const ratio = (what: string): string => (rate(`${what}: buildPrompt`) / rate(`${what}: snippet`)).toFixed(2);

let worst = { name: "", ms: 0 };
for (const [name, text] of [...Object.entries(hostile), ...longest]) {
  const start = performance.now();
  buildPrompt(request(text));
  const ms = performance.now() - start;
  if (ms > worst.ms) worst = { name: `${name}, ${text.length}`, ms };
}

process.stdout.write(
  [
    ...Array.from(
      perSecond,
      ([name, row]) =>
        `${name.padEnd(46)} ${row["per second"].toLocaleString("en").padStart(12)} /s  ± ${row["± %"]} %`,
    ),
    `the seed's example, to the snippet             ${ratio("the seed's example").padStart(12)}      to reach: 100,000 /s`,
    `eight clauses, to the snippet                  ${ratio("eight clauses, 180 characters").padStart(12)}      to reach: 0.10`,
    `slowest hostile text (${worst.name} characters)`.padEnd(46) +
      ` ${worst.ms.toFixed(1).padStart(12)} ms   to reach: 500 ms`,
    "",
  ].join("\n"),
);
