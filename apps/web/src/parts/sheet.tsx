import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

import { useWords } from "../words/words-context.tsx";
import "./confirm-dialog.css";
import "./sheet.css";

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** Something to read that lies over the room; Escape and the veil put it away, and the focus goes back where it was. */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  const { close } = useWords();
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-veil" />
        <Dialog.Popup className="dialog sheet">
          <div className="sheet-head">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <Dialog.Close className="word">{close}</Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
