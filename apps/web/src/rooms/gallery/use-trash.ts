import { useMutation, useQueryClient } from "@tanstack/react-query";

import { useLiveCache } from "../../live/use-live-cache.ts";
import { useAnnounce } from "../../shell/announcer.tsx";
import { useTRPC } from "../../trpc.ts";
import type { PortraitView } from "../../views/views.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";

/** What was put into the trash last, for taking it back; kept with what the page has read, across rooms. */
export const lastTrashedKey = ["last-trashed"] as const;

/** So many the api takes at once. */
const atOnce = 500;

/** Puts portraits into the trash and takes them out again: shown at once, taken back if the studio refuses. */
export function useTrash() {
  const words = useGalleryWords();
  const trpc = useTRPC();
  const cache = useLiveCache();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const remember = (portraits: readonly PortraitView[] | null) =>
    queryClient.setQueryData<readonly PortraitView[] | null>(lastTrashedKey, portraits);

  const trash = useMutation(trpc.gallery.trash.mutationOptions());
  const restore = useMutation(trpc.gallery.restore.mutationOptions());

  return {
    error: trash.error ?? restore.error,
    /** Takes the portraits down at once; the wall closes over them. */
    trash(portraits: readonly PortraitView[]) {
      const all = portraits.slice(0, atOnce);
      const portraitIds = all.map(({ id }) => id);
      cache.takeDown(portraitIds);
      remember(all);
      announce(words.trashed(all.length));
      trash.mutate(
        { portraitIds },
        {
          onError() {
            remember(null);
            cache.hangAgain(all);
          },
        },
      );
    },
    /** Hangs portraits again; they come back when the studio has agreed. */
    restore(portraits: readonly Pick<PortraitView, "id">[], after?: () => void) {
      if (restore.isPending) return;
      restore.mutate(
        { portraitIds: portraits.slice(0, atOnce).map(({ id }) => id) },
        {
          onSuccess(back) {
            cache.hangAgain(back);
            remember(null);
            announce(words.restored(back.length));
            after?.();
          },
        },
      );
    },
    forget: () => remember(null),
  };
}
