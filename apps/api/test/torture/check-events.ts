import type { FollowedFeed } from "./follow-feed.ts";
import type { Aftermath } from "./read-aftermath.ts";

/** A page and whose it is. */
export interface OpenPage {
  readonly userId: string;
  readonly feed: FollowedFeed;
}

/** Whether positions are without gap and double in the database, and every page has heard the last of each thing. */
export function checkEvents({ subjects }: Aftermath, pages: readonly OpenPage[]): string[] {
  return [
    ...subjects.flatMap(({ trigger_word: who, positions, last_event_position: last }) => {
      const isGapless = positions.every((position, index) => position === index + 1);
      return isGapless && positions.length === last ? [] : [`the events of ${who} have gaps or doubles`];
    }),
    ...pages.flatMap(({ userId, feed }) => {
      const subject = subjects.find((row) => row.user_id === userId);
      const heard = new Set(feed.positions);
      const from = feed.positions[0] ?? 0;
      const missed = (subject?.last_of_each ?? []).filter(
        (position) => position > from && !heard.has(position),
      );
      return [
        ...feed.complaints.map((complaint) => `a page heard ${complaint}`),
        ...missed.map(
          (position) => `a page of ${subject?.trigger_word ?? userId} never heard event ${position}`,
        ),
      ];
    }),
  ];
}
