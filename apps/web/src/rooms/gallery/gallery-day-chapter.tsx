import { memo } from "react";

import { useFormat, useWords } from "../../words/words-context.tsx";
import { GalleryPortrait } from "./gallery-portrait.tsx";
import type { GalleryDay } from "./hang-by-day.ts";
import "../../parts/chapter.css";

/** One day: its name and count in the margin, its portraits beside. */
export const GalleryDayChapter = memo(function GalleryDayChapter({ day }: { day: GalleryDay }) {
  const { gallery } = useWords();
  const format = useFormat();
  const kept = day.portraits.filter((portrait) => portrait.kept).length;
  return (
    <section className="chapter gallery-day" aria-labelledby={`day-${day.key}`}>
      <header>
        <h2 id={`day-${day.key}`}>{format.nearDay(day.at, new Date())}</h2>
        <p className="numbers">
          {gallery.dayCount(day.portraits.length)}
          {kept > 0 && (
            <>
              <br />
              {gallery.dayKept(kept)}
            </>
          )}
        </p>
      </header>
      <ul
        className="hang"
        data-count={
          day.largeId === null && day.portraits.length > 2 ? undefined : Math.min(day.portraits.length, 3)
        }
      >
        {day.portraits.map((portrait) => (
          <GalleryPortrait key={portrait.id} portrait={portrait} large={portrait.id === day.largeId} />
        ))}
      </ul>
    </section>
  );
});
