import { useLayoutEffect, useRef, useState, type RefObject } from "react";

import type { WallMeasures } from "./lay-out-wall.ts";

/** The margin a day's name stands in, with its gap; as `gallery-wall.css` has it. */
const marginWidth = 224;
/** A day's name with one line below it; as `gallery-wall.css` has it. */
const narrowHeadHeight = 64;
const wideHeadHeight = 120;
const narrowWindow = "(max-width: 900px)";

/** The place a wall has, and how far it is from the top of the page, in pixels. */
type PlaceMeasures = Omit<WallMeasures, "captionHeight"> & { readonly offset: number };

/** What was measured last: the wall of the next visit is laid out by it before it can be measured. */
let lastMeasures: PlaceMeasures = {
  width: 800,
  narrow: false,
  headHeight: wideHeadHeight,
  offset: 0,
};

/** Measures the place the wall has, again whenever anything above or around it changes. */
export function useWallMeasures(): {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly measures: PlaceMeasures;
} {
  const place = useRef<HTMLDivElement>(null);
  const [measures, setMeasures] = useState(lastMeasures);
  useLayoutEffect(() => {
    const measure = () => {
      const element = place.current;
      if (element === null) return;
      const narrow = matchMedia(narrowWindow).matches;
      const { width: whole, top } = element.getBoundingClientRect();
      const width = narrow ? whole : whole - marginWidth;
      const offset = Math.round(top + window.scrollY);
      if (width === lastMeasures.width && narrow === lastMeasures.narrow && offset === lastMeasures.offset)
        return;
      lastMeasures = { width, narrow, offset, headHeight: narrow ? narrowHeadHeight : wideHeadHeight };
      setMeasures(lastMeasures);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    if (place.current?.parentElement) observer.observe(place.current.parentElement);
    return () => observer.disconnect();
  }, []);
  return { place, measures };
}
