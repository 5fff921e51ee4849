import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { CallProblem } from "../../parts/call-problem.tsx";
import { downloadAddress } from "../../parts/download-address.ts";
import { useAnnounce } from "../../shell/announcer.tsx";
import type { PortraitView } from "../../views/views.ts";
import { useGalleryWords } from "../../words/use-gallery-words.ts";
import { useFormat } from "../../words/words-context.tsx";
import { fetchArchive } from "./fetch-archive.ts";
import { saveFile } from "./save-file.ts";

/** So many the studio packs into one archive. */
const mostInArchive = 200;

/** Takes home what is selected: one portrait as a file, several with their recipes in one archive. */
export function DownloadSelected({ portraits }: { portraits: readonly PortraitView[] }) {
  const gallery = useGalleryWords();
  const format = useFormat();
  const announce = useAnnounce();
  const [sizeBytes, setSizeBytes] = useState(0);
  const stopping = useRef<AbortController>(undefined);
  const download = useMutation({
    async mutationFn(portraitIds: readonly string[]) {
      stopping.current = new AbortController();
      setSizeBytes(0);
      return fetchArchive(portraitIds, { signal: stopping.current.signal, onBytes: setSizeBytes });
    },
    onSuccess({ file, fileName }, { length }) {
      saveFile(file, fileName);
      announce(gallery.downloaded(length));
    },
  });
  const [first, second] = portraits;
  if (first !== undefined && second === undefined)
    return (
      <a className="word" href={downloadAddress(first.id)} download>
        {gallery.download}
      </a>
    );
  if (download.isPending)
    return (
      <>
        <span className="numbers">{gallery.downloading(format.size(sizeBytes))}</span>
        <button type="button" className="word" onClick={() => stopping.current?.abort()}>
          {gallery.stopDownload}
        </button>
      </>
    );
  const isTooMany = portraits.length > mostInArchive;
  return (
    <>
      <button
        type="button"
        className="word"
        disabled={first === undefined || isTooMany}
        onClick={() => download.mutate(portraits.map(({ id }) => id))}
      >
        {gallery.download}
      </button>
      {isTooMany && <span className="tiny quiet">{gallery.downloadMost(mostInArchive)}</span>}
      {download.isError && <CallProblem error={download.error} />}
    </>
  );
}
