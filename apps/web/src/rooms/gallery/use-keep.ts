import { useMutation } from "@tanstack/react-query";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { useAnnounce } from "../../shell/announcer.tsx";
import { useTRPC } from "../../trpc.ts";
import type { PortraitView } from "../../views/views.ts";
import { useWords } from "../../words/words-context.tsx";

/** Keeps a portrait or lets it go: shown at once, taken back if the studio refuses. */
export function useKeep() {
  const { portrait: words } = useWords();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const announce = useAnnounce();
  const show = (portrait: PortraitView) => cache.writePortrait(portrait);

  const keep = useMutation(
    trpc.gallery.keep.mutationOptions({
      onSuccess(portrait) {
        show(portrait);
        announce(portrait.kept ? words.keptNews : words.unkeptNews);
      },
    }),
  );

  return {
    error: keep.error,
    toggle(portrait: PortraitView) {
      if (keep.isPending) return;
      const kept = !portrait.kept;
      show({ ...portrait, kept });
      keep.mutate({ portraitId: portrait.id, kept }, { onError: () => show(portrait) });
    },
  };
}
