import type { FaceAnalysis } from "@selfsame/likeness";

/** What the networks saw in a picture file. */
export interface SeenPicture {
  readonly analysis: FaceAnalysis;
  /** Tells copies of one picture; null when the file could not be read. */
  readonly hash: string | null;
}

/** The face networks of this process. They are loaded with the first picture, in threads of their own. */
export interface Faces {
  /** What measures, as it is stored with every figure. */
  readonly modelVersion: string;
  /** Looks at one picture file; a failure is an answer, so it never rejects. */
  readonly see: (bytes: Uint8Array) => Promise<SeenPicture>;
  readonly close: () => Promise<void>;
}
