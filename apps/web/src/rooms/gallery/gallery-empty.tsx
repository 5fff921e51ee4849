import { Link } from "@tanstack/react-router";

import { Frame } from "../../parts/frame.tsx";
import type { GallerySearch } from "../../routes/search.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";

/** What hangs where nothing hangs yet, and the way on. */
export function GalleryEmpty({ search }: { search: GallerySearch }) {
  const gallery = useGalleryWords();
  const { show, order, ...narrowed } = search;
  const isNarrowed = Object.keys(narrowed).length > 0;
  // What is kept may only lack a number: then that is said.
  const unmeasured = order === undefined ? undefined : gallery.emptyMeasured;
  const texts = isNarrowed
    ? gallery.emptyFiltered
    : (unmeasured ?? (show === "kept" ? gallery.emptyKept : gallery.emptyAll));
  return (
    <section className="gallery-empty">
      <div className="gallery-empty-frames" aria-hidden="true">
        {[0, 1, 2].map((turn) => (
          <Frame key={turn} turn={turn} />
        ))}
      </div>
      <div>
        <h2>{texts.title}</h2>
        <p className="quiet">{texts.lead}</p>
        <Link
          className="press"
          to={isNarrowed || show === "kept" || order !== undefined ? "/gallery" : "/studio"}
        >
          {texts.go}
        </Link>
      </div>
    </section>
  );
}
