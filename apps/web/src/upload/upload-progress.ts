/** Called with the share of the body that has left this computer, 0 to 1. */
export type UploadProgressListener = (sentShare: number) => void;

const listeners = new WeakMap<FormData, UploadProgressListener>();

/** Asks to hear how much of one body has been sent; the body itself is the key, so nothing has to be undone. */
export function onUploadProgress(body: FormData, listener: UploadProgressListener): void {
  listeners.set(body, listener);
}

/** The listener of a body, if anybody asked. */
export function uploadProgressListenerOf(body: FormData): UploadProgressListener | undefined {
  return listeners.get(body);
}
