import { useCallback, useState } from "react";

/** The photo as it lies on the person's own device; empty where the browser cannot show it. */
export function UploadPreview({ file }: { file: File }) {
  const [showable, setShowable] = useState(true);
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(file);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
  return (
    <div className="upload-preview" aria-hidden="true">
      {showable && <img ref={show} alt="" onError={() => setShowable(false)} />}
    </div>
  );
}
