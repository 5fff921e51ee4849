import { Checkbox } from "@base-ui/react/checkbox";
import { Collapsible } from "@base-ui/react/collapsible";
import { useInfiniteQuery, useQueryClient, useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { CallProblem } from "../../../parts/call-problem.tsx";
import { Frame } from "../../../parts/frame.tsx";
import { useQueries } from "../../../views/use-queries.ts";
import type { ShotDraft } from "../../../views/views.ts";
import { useRoomWords } from "../../../words/room-words.ts";
import { photoshootWords } from "../../../words/photoshoot-words.ts";
import { portraitPicture } from "../portrait-picture.ts";

interface PortraitPickerProps {
  readonly most: number;
  readonly onDrafts: (drafts: readonly ShotDraft[]) => void;
}

/** One's latest portraits, to take shots from. */
export function PortraitPicker({ most, onDrafts }: PortraitPickerProps) {
  const { editor } = useRoomWords(photoshootWords);
  const queries = useQueries();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const gallery = useInfiniteQuery({ ...queries.gallery({}), enabled: open });
  const portraits = gallery.data?.pages[0]?.portraits ?? [];
  const draft = useMutation({
    mutationFn: (ids: string[]) => queryClient.fetchQuery(queries.shotDrafts(ids)),
    onSuccess(drafts) {
      onDrafts(drafts);
      setChosen([]);
      setOpen(false);
    },
  });

  return (
    <Collapsible.Root className="picker" open={open} onOpenChange={(next) => setOpen(next)}>
      <Collapsible.Trigger className="word">{editor.addPortraits}</Collapsible.Trigger>
      <Collapsible.Panel className="picker-panel">
        <p className="small quiet">
          {gallery.data !== undefined && portraits.length === 0 ? editor.noPortraits : editor.choosePortraits}
        </p>
        {gallery.isError && <CallProblem error={gallery.error} retry={() => void gallery.refetch()} />}
        <ul className="picker-portraits">
          {portraits.map((portrait) => (
            <li key={portrait.id}>
              <Checkbox.Root
                className="shot-choice"
                checked={chosen.includes(portrait.id)}
                onCheckedChange={(wanted) =>
                  setChosen(
                    wanted
                      ? [...chosen, portrait.id].slice(0, most)
                      : chosen.filter((id) => id !== portrait.id),
                  )
                }
                aria-label={portrait.brief}
                nativeButton
                render={<button type="button" />}
              >
                <Frame
                  small
                  placeholderHash={portrait.placeholderHash}
                  simulated={portrait.simulated}
                  picture={portraitPicture(portrait, "", "104px")}
                />
              </Checkbox.Root>
            </li>
          ))}
        </ul>
        {chosen.length > 0 && (
          <button
            type="button"
            className="press press-plain press-low"
            aria-disabled={draft.isPending}
            onClick={() => draft.isPending || draft.mutate([...chosen])}
          >
            {editor.addChosen(chosen.length)}
          </button>
        )}
        {draft.isError && <CallProblem error={draft.error} />}
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
