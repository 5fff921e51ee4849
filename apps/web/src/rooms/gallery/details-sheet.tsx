import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { Bill } from "../../parts/bill.tsx";
import { CallProblem } from "../../parts/call-problem.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import type { GallerySearch } from "../../routes/search.ts";
import { useQueries } from "../../views/use-queries.ts";
import type { PortraitView } from "../../views/views.ts";
import { usePortraitWords } from "../../words/use-portrait-words.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { portraitTitle } from "../portrait/portrait-title.ts";

interface DetailsSheetProps {
  readonly portrait: PortraitView | undefined;
  readonly search: GallerySearch;
  readonly onClose: () => void;
}

/** What one portrait is and was made from, without leaving the wall. */
export function DetailsSheet({ portrait, search, onClose }: DetailsSheetProps) {
  const gallery = useGalleryWords();
  const words = usePortraitWords();
  const format = useFormat();
  const detail = useQuery({
    ...useQueries().portrait(portrait?.id ?? ""),
    enabled: portrait !== undefined,
  });
  if (portrait === undefined) return null;
  const known = detail.data;
  return (
    <Sheet open onClose={onClose} title={portraitTitle(portrait.brief)}>
      <p>{portrait.brief}</p>
      <Bill
        lines={[
          { label: gallery.madeOn, value: format.moment(portrait.createdAt) },
          { label: gallery.service, value: gallery.services[portrait.service] },
          {
            label: gallery.preset,
            value:
              Object.entries(gallery.presets).find(([id]) => id === portrait.presetId)?.[1] ??
              portrait.presetId,
          },
          {
            label: words.fileFacts,
            value:
              known === undefined
                ? `${portrait.width} × ${portrait.height}`
                : words.size(portrait.width, portrait.height, format.size(known.sizeBytes)),
          },
          ...(known === undefined
            ? []
            : [
                { label: gallery.seed, value: String(known.seed) },
                { label: gallery.prompt, value: known.recipe.prompt },
              ]),
        ]}
      />
      {detail.isError && <CallProblem error={detail.error} retry={() => void detail.refetch()} />}
      <Link className="word" to="/gallery/$portraitId" params={{ portraitId: portrait.id }} search={search}>
        {gallery.open}
      </Link>
    </Sheet>
  );
}
