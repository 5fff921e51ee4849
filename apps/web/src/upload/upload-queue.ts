/** Where one photo on its way stands. */
export type UploadState =
  | { readonly is: "waiting" }
  | { readonly is: "sending"; readonly share: number }
  | { readonly is: "checking" }
  | { readonly is: "refused"; readonly refusal: Refusal }
  | { readonly is: "failed" };

/** Why a photo was not taken in, and what to do. */
export interface Refusal {
  readonly what: string;
  readonly fix: string;
  /** The selfie it is a copy of. */
  readonly original?: { readonly selfieId: string; readonly fileName: string } | undefined;
}

/** What sending one photo came to, when it was not taken in. */
export type UploadProblem = { readonly is: "refused"; readonly refusal: Refusal } | { readonly is: "failed" };

export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly state: UploadState;
}

export interface UploadQueueOptions {
  /** Sends one photo; null means it was taken in. */
  readonly send: (
    file: File,
    progress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<UploadProblem | null>;
  /** Called when nothing is left to send, with what became of everything since the last time. */
  readonly onRested: (outcome: { readonly taken: number; readonly refused: number }) => void;
  readonly newKey: () => string;
  /** How many photos travel at the same time. */
  readonly atOnce: number;
}

export interface UploadQueue {
  readonly add: (files: readonly File[]) => void;
  readonly retry: (key: string) => void;
  /** Takes a photo out of the queue; one that is on its way is stopped. */
  readonly drop: (key: string) => void;
  readonly stopAll: () => void;
  readonly subscribe: (changed: () => void) => () => void;
  readonly current: () => readonly Upload[];
}

/** Sends photos a few at a time and tells where each one stands; one refusal never holds up the others. */
export function createUploadQueue({ send, onRested, newKey, atOnce }: UploadQueueOptions): UploadQueue {
  let uploads: readonly Upload[] = [];
  let outcome = { taken: 0, refused: 0 };
  const travelling = new Map<string, AbortController>();
  const listeners = new Set<() => void>();

  function change(next: readonly Upload[]): void {
    uploads = next;
    for (const listener of listeners) listener();
  }

  function set(key: string, state: UploadState): void {
    change(uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload)));
  }

  function sendNext(): void {
    while (travelling.size < atOnce) {
      const next = uploads.find(({ key, state }) => state.is === "waiting" && !travelling.has(key));
      if (next === undefined) break;
      void travel(next);
    }
    if (travelling.size === 0 && outcome.taken + outcome.refused > 0) {
      const rested = outcome;
      outcome = { taken: 0, refused: 0 };
      onRested(rested);
    }
  }

  async function travel({ key, file }: Upload): Promise<void> {
    const controller = new AbortController();
    travelling.set(key, controller);
    set(key, { is: "sending", share: 0 });
    const progress = (share: number) => {
      if (!controller.signal.aborted) set(key, share >= 1 ? { is: "checking" } : { is: "sending", share });
    };
    const problem = await send(file, progress, controller.signal);
    travelling.delete(key);
    if (!controller.signal.aborted) {
      if (problem === null) {
        outcome = { ...outcome, taken: outcome.taken + 1 };
        change(uploads.filter((upload) => upload.key !== key));
      } else {
        if (problem.is === "refused") outcome = { ...outcome, refused: outcome.refused + 1 };
        set(key, problem);
      }
    }
    sendNext();
  }

  return {
    add(files) {
      const added = files.map((file): Upload => ({ key: newKey(), file, state: { is: "waiting" } }));
      change([...uploads, ...added]);
      sendNext();
    },
    retry(key) {
      set(key, { is: "waiting" });
      sendNext();
    },
    drop(key) {
      travelling.get(key)?.abort();
      change(uploads.filter((upload) => upload.key !== key));
    },
    stopAll() {
      for (const controller of travelling.values()) controller.abort();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    current: () => uploads,
  };
}
