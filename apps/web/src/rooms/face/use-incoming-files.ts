import { useEffect, useEffectEvent, useState } from "react";

/**
 * Takes files that are dropped anywhere on the page or pasted into it.
 *
 * @returns whether files are being dragged over the page right now.
 */
export function useIncomingFiles(take: (files: readonly File[]) => void, enabled: boolean): boolean {
  const [dragging, setDragging] = useState(false);
  const takeNow = useEffectEvent((files: FileList | undefined) => {
    if (files !== undefined && files.length > 0) take([...files]);
  });

  useEffect(() => {
    if (!enabled) return;
    // Entering a child leaves its parent: only as many leaves as entries mean that the drag is over.
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const end = () => {
      depth = 0;
      setDragging(false);
    };
    const stop = new AbortController();
    const { signal } = stop;
    const listen = (name: "dragenter" | "dragover" | "dragleave" | "drop", act: (event: DragEvent) => void) =>
      document.addEventListener(name, (event) => carriesFiles(event) && act(event), { signal });

    listen("dragenter", (event) => {
      event.preventDefault();
      depth += 1;
      setDragging(true);
    });
    listen("dragover", (event) => event.preventDefault());
    listen("dragleave", () => {
      depth -= 1;
      if (depth <= 0) end();
    });
    listen("drop", (event) => {
      event.preventDefault();
      end();
      takeNow(event.dataTransfer?.files);
    });
    document.addEventListener("paste", (event) => takeNow(event.clipboardData?.files), { signal });
    return () => stop.abort();
  }, [enabled]);

  return dragging;
}
