import { Dialog } from "@base-ui/react/dialog";
import { useState } from "react";

import { imageAddress } from "../../parts/image-address.ts";
import type { PortraitDetail } from "../../views/views.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useWords } from "../../words/words-context.tsx";
import { ZoomStage } from "./zoom-stage.tsx";
import { whole, zoomed } from "./zoom.ts";
import { zoomOfKey } from "./zoom-of-key.ts";
import "./lightbox.css";

const pressFactor = 1.5;

interface LightboxProps {
  readonly portrait: PortraitDetail;
  readonly earlier: string | undefined;
  readonly later: string | undefined;
  /** Whether its neighbours are so by when they were made; else by how they measure. */
  readonly isByTime: boolean;
  readonly onGo: (portraitId: string | undefined) => void;
  /** Takes the keys that mean the same everywhere; says whether it did. */
  readonly onKey: (key: string) => boolean;
  readonly onClose: () => void;
}

/** The picture alone on the whole window: zoomed by wheel, fingers and keys, left by Escape. */
export function Lightbox({ portrait, earlier, later, isByTime, onGo, onKey, onClose }: LightboxProps) {
  const words = usePortraitWords();
  const { close, frame } = useWords();
  const [looked, setLooked] = useState({ portraitId: portrait.id, zoom: whole });
  const zoom = looked.portraitId === portrait.id ? looked.zoom : whole;
  const setZoom = (next: typeof zoom) => setLooked({ portraitId: portrait.id, zoom: next });
  const { brief, id, width, height } = portrait;
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Popup
          className="lightbox"
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const next = zoomOfKey(zoom, event.key);
            if (next !== undefined) setZoom(next);
            else if (!onKey(event.key.length === 1 ? event.key.toLowerCase() : event.key)) return;
            event.preventDefault();
          }}
        >
          <Dialog.Title className="unseen">{words.large.title(brief)}</Dialog.Title>
          <ZoomStage
            key={id}
            className="lightbox-stage"
            zoom={zoom}
            onZoom={setZoom}
            onSwipe={(to) => onGo(to === "earlier" ? earlier : later)}
          >
            <img
              src={imageAddress("portraits", id, "original")}
              width={width}
              height={height}
              alt={brief}
              draggable={false}
            />
          </ZoomStage>
          {portrait.simulated && <span className="frame-mark lightbox-mark">{frame.simulated}</span>}
          <div className="lightbox-bar">
            <button
              type="button"
              className="word"
              disabled={later === undefined}
              aria-label={isByTime ? words.large.later : words.large.preceding}
              onClick={() => onGo(later)}
            >
              ←
            </button>
            <button
              type="button"
              className="word"
              aria-label={words.large.zoomOut}
              onClick={() => setZoom(zoomed(zoom, 1 / pressFactor))}
            >
              −
            </button>
            <button type="button" className="word numbers" onClick={() => setZoom(whole)}>
              {words.large.zoom(Math.round(zoom.scale * 100))}{" "}
              <span className="unseen">{words.large.whole}</span>
            </button>
            <button
              type="button"
              className="word"
              aria-label={words.large.zoomIn}
              onClick={() => setZoom(zoomed(zoom, pressFactor))}
            >
              +
            </button>
            <button
              type="button"
              className="word"
              disabled={earlier === undefined}
              aria-label={isByTime ? words.large.earlier : words.large.following}
              onClick={() => onGo(earlier)}
            >
              →
            </button>
            <span className="tiny quiet lightbox-keys">{words.large.keys}</span>
            <Dialog.Close className="word">{close}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
