import { useId, useState } from "react";

import { Choices } from "../../parts/choices.tsx";
import { imageAddress } from "../../parts/image-address.ts";
import type { PortraitDetail } from "../../views/views.ts";
import { compare } from "../../words/en/compare.ts";
import { useRoomWords } from "../../words/room-words.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useRoomKeys } from "../gallery/use-room-keys.ts";
import { whole, zoomed } from "../portrait/zoom.ts";
import { zoomOfKey } from "../portrait/zoom-of-key.ts";
import { ZoomStage } from "../portrait/zoom-stage.tsx";

const pressFactor = 1.5;

interface ComparedPairProps {
  readonly first: PortraitDetail;
  readonly second: PortraitDetail;
  readonly onSwap: () => void;
}

/** Two pictures, one over the other with a divider or side by side; what one zooms, both show. */
export function ComparedPair({ first, second, onSwap }: ComparedPairProps) {
  const portrait = usePortraitWords();
  const { large } = portrait;
  const words = useRoomWords({ "en-GB": compare });
  const [way, setWay] = useState<"slider" | "sides">("sides");
  const [zoom, setZoom] = useState(whole);
  const [divider, setDivider] = useState(50);
  const dividerId = useId();
  useRoomKeys((key, event) => {
    if (event.target instanceof Element && event.target.closest("a, nav") !== null) return false;
    const next = zoomOfKey(zoom, key);
    if (next !== undefined) setZoom(next);
    return next !== undefined;
  });
  const picture = (shown: PortraitDetail, name: string) => (
    <img
      src={imageAddress("portraits", shown.id, "original")}
      alt={`${name}: ${shown.brief}`}
      draggable={false}
    />
  );
  return (
    <section className="compared" aria-label={words.room}>
      <div className="compared-bar">
        <Choices
          label={words.how}
          value={way}
          options={[
            { value: "sides", label: words.sideBySide },
            { value: "slider", label: words.slider },
          ]}
          onChange={setWay}
        />
        <div className="compared-zoom">
          <button
            type="button"
            className="word"
            aria-label={large.zoomOut}
            onClick={() => setZoom(zoomed(zoom, 1 / pressFactor))}
          >
            −
          </button>
          <button type="button" className="word numbers" onClick={() => setZoom(whole)}>
            {large.zoom(Math.round(zoom.scale * 100))} <span className="unseen">{large.whole}</span>
          </button>
          <button
            type="button"
            className="word"
            aria-label={large.zoomIn}
            onClick={() => setZoom(zoomed(zoom, pressFactor))}
          >
            +
          </button>
          <button type="button" className="word" onClick={onSwap}>
            {words.swap}
          </button>
        </div>
      </div>
      {way === "sides" ? (
        <div className="compared-sides">
          {[
            { shown: first, name: words.first },
            { shown: second, name: words.second },
          ].map(({ shown, name }) => (
            <figure key={shown.id}>
              <ZoomStage className="compared-stage" zoom={zoom} onZoom={setZoom}>
                {picture(shown, name)}
              </ZoomStage>
              <figcaption className="small quiet">
                {name}: {shown.brief}
              </figcaption>
            </figure>
          ))}
        </div>
      ) : (
        <figure className="compared-over">
          <div className="compared-layers">
            <ZoomStage className="compared-stage" zoom={zoom} onZoom={setZoom}>
              {picture(first, words.first)}
            </ZoomStage>
            <div className="compared-cover" style={{ clipPath: `inset(0 0 0 ${divider}%)` }}>
              <ZoomStage className="compared-stage" zoom={zoom} onZoom={setZoom}>
                {picture(second, words.second)}
              </ZoomStage>
            </div>
            <span className="compared-line" style={{ left: `${divider}%` }} aria-hidden="true" />
          </div>
          <label className="unseen" htmlFor={dividerId}>
            {words.divider}
          </label>
          <input
            id={dividerId}
            type="range"
            min="0"
            max="100"
            value={divider}
            onChange={({ target }) => setDivider(Number(target.value))}
          />
          <figcaption className="small quiet">
            {words.first}: {first.brief} {words.second}: {second.brief}
          </figcaption>
        </figure>
      )}
    </section>
  );
}
