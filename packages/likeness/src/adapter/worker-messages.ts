import type { RgbPicture } from "../face-analyzer.ts";
import type { FaceObservation } from "../face-observation.ts";
import type { NetworkFolders } from "./load-networks.ts";

/** What the worker is started with. */
export interface WorkerStart {
  readonly folders: NetworkFolders;
}

/** What the worker is asked, one at a time. */
export interface WorkerJob {
  readonly picture: RgbPicture;
}

/** What the worker says: once whether it is ready, then an answer to every job. */
export type WorkerMessage =
  | { readonly type: "ready"; readonly modelVersion: string }
  | { readonly type: "not-ready"; readonly message: string }
  | {
      readonly type: "analyzed";
      readonly faces: readonly FaceObservation[];
      /** Bytes held by WebAssembly, tensors and this thread's heap. */
      readonly heldBytes: number;
    }
  | { readonly type: "failed"; readonly message: string };
