import { useMutation } from "@tanstack/react-query";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { useAnnounce } from "../../shell/announcer.tsx";
import { useTRPC } from "../../trpc.ts";
import type { PortraitView } from "../../views/views.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";

/** Keeps portraits or lets them go: shown at once, taken back if the studio refuses. */
export function useKeep() {
  const words = usePortraitWords();
  const gallery = useGalleryWords();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const announce = useAnnounce();
  const keep = useMutation(trpc.gallery.keep.mutationOptions());
  const keepMany = useMutation(trpc.gallery.keepMany.mutationOptions());

  const showAll = (portraits: readonly PortraitView[]) => {
    for (const portrait of portraits) cache.writePortrait(portrait);
  };

  function toggle(portrait: PortraitView) {
    const kept = !portrait.kept;
    cache.writePortrait({ ...portrait, kept });
    keep.mutate(
      { portraitId: portrait.id, kept },
      {
        onSuccess(now) {
          cache.writePortrait(now);
          announce(now.kept ? words.keptNews : words.unkeptNews);
        },
        onError: () => cache.writePortrait(portrait),
      },
    );
  }

  return {
    error: keep.error ?? keepMany.error,
    toggle,
    /** Keeps all of several, or lets go of them when every one is kept. */
    toggleAll(portraits: readonly PortraitView[]) {
      const [first, second] = portraits;
      if (first === undefined) return;
      if (second === undefined) return toggle(first);
      const kept = !portraits.every((portrait) => portrait.kept);
      showAll(portraits.map((portrait) => ({ ...portrait, kept })));
      keepMany.mutate(
        { portraitIds: portraits.map(({ id }) => id), kept },
        {
          onSuccess: () =>
            announce(kept ? gallery.keptMany(portraits.length) : gallery.letGoMany(portraits.length)),
          onError: () => showAll(portraits),
        },
      );
    },
  };
}
