import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";

import "./confirm-dialog.css";

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description: string;
  /** What else is asked or told before the decision. */
  readonly children?: ReactNode;
  /** The buttons; the way back first in reading order is the caller's to give. */
  readonly actions: ReactNode;
}

/** Asks before something that cannot be taken back. Escape and the veil leave everything as it is. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
}: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-veil" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          <AlertDialog.Description className="dialog-description">{description}</AlertDialog.Description>
          {children}
          <div className="dialog-actions">{actions}</div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
