/** One file of an export. */
export interface ExportEntry {
  /** Its path in the archive, with forward slashes. */
  readonly path: string;
  /** When what it holds came to be. */
  readonly at: Date;
  /** Whether packing makes it smaller; pictures are as small as they get. */
  readonly compressible: boolean;
  /** Read once, when its turn comes. */
  readonly content: AsyncIterable<string | Uint8Array>;
}
