import { Link } from "@tanstack/react-router";

import { Frame } from "../../parts/frame.tsx";
import { useWords } from "../../words/words-context.tsx";

/** What hangs where nothing hangs yet, and the way on. */
export function GalleryEmpty({ keptOnly }: { keptOnly: boolean }) {
  const { gallery } = useWords();
  const texts = keptOnly ? gallery.emptyKept : gallery.emptyAll;
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
        <Link className="press" to={keptOnly ? "/gallery" : "/studio"}>
          {texts.go}
        </Link>
      </div>
    </section>
  );
}
