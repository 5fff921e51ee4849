import type { CreditsFound } from "./check-credits.ts";
import type { FilesFound } from "./check-files.ts";
import type { FollowedFeed } from "./follow-feed.ts";
import type { IsolationFound } from "./check-isolation.ts";
import type { Aftermath } from "./read-aftermath.ts";
import type { TortureSettings } from "./torture-settings.ts";

/** What a torture run has to tell in figures. */
export interface TortureFacts {
  readonly settings: TortureSettings;
  readonly after: Aftermath;
  readonly asked: number;
  /** What was done to the studio, in words. */
  readonly strikes: string;
  readonly lives: number;
  readonly feeds: readonly FollowedFeed[];
  readonly files: FilesFound;
  readonly credits: CreditsFound;
  readonly isolation: IsolationFound;
  readonly seconds: { readonly storm: number; readonly calm: number; readonly whole: number };
  readonly aheadMs: number;
}

/** The figures of a run, a sentence or two a line. */
export function figuresOf(facts: TortureFacts): string[] {
  const { settings, after, files, credits, isolation, seconds, feeds } = facts;
  const { generations, predictions, trainings, providerTrainings, portraits, jobs } = after;
  const events = after.subjects.reduce((sum, { positions }) => sum + positions.length, 0);
  const reconnections = feeds.reduce((sum, feed) => sum + feed.reconnections(), 0);
  const dead = jobs.filter(({ name }) => name === "dead-letters").reduce((sum, { count }) => sum + count, 0);
  return [
    `Torture, seed ${settings.seed}: ${seconds.storm.toFixed(0)} s of storm, at rest ${seconds.calm.toFixed(0)} s later (clock ${facts.aheadMs / 1_000} s ahead), ${seconds.whole.toFixed(0)} s in all.`,
    `Done to it: ${facts.strikes}; ${facts.lives} lives of processes.`,
    `${facts.asked} generations asked for: ${tally(generations.map(({ status }) => status))}. The provider has ${predictions.length} predictions, of each generation at most one.`,
    `${trainings.length} trainings: ${tally(trainings.map(({ status }) => status))}. The provider has ${providerTrainings.length}.`,
    `${portraits.length} portraits, every file with its hash; ${files.swept} half-written files swept; no file that belongs to nothing.`,
    `Credits: ${credits.reserved} reserved, ${credits.settled} settled and ${credits.released} given back in ${credits.entries} entries that add up, none held.`,
    `The isolation's audit, bytes included: every one of the portraits proven its owner's by ${isolation.entries} entries under ${isolation.anchors} anchors, and nothing altered.`,
    `${events} events without gap or double; ${feeds.length} pages connected again ${reconnections} times and missed none. ${dead} jobs set aside after their last try.`,
  ];
}

function tally(words: readonly string[]): string {
  const counts = Map.groupBy(words, (word) => word);
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, all]) => `${all.length} ${word}`)
    .join(", ");
}
