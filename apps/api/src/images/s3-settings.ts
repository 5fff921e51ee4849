/** How long a store may take, in milliseconds. */
export interface S3Patience {
  /** Until a connection stands. */
  readonly connectMs: number;
  /** Without a byte in either direction. */
  readonly silenceMs: number;
  /** For one request with all its repetitions, or one picture read. */
  readonly wholeMs: number;
}

/** A bucket, and who may use it. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Of a store other than Amazon's; undefined for theirs. */
  readonly endpoint: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Whether the bucket stands in the path instead of in the host's name. */
  readonly forcePathStyle: boolean;
  /** A folder of the bucket, ending in `/`, or empty. */
  readonly prefix: string;
  readonly patience: S3Patience;
}

/** What is waited for outside of tests: a portrait of 8 MB passes at 1.2 Mbit/s within the whole of it. */
export const usualS3Patience: S3Patience = { connectMs: 3_000, silenceMs: 10_000, wholeMs: 60_000 };
