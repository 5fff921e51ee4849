import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Uploads and outputs, one file each, named by id; in the data folder, or in a temporary one removed on close. */
export class ByteStore {
  readonly #folder: string;
  readonly #temporary: boolean;

  private constructor(folder: string, temporary: boolean) {
    this.#folder = folder;
    this.#temporary = temporary;
  }

  static async open(dataDir: string | null): Promise<ByteStore> {
    if (dataDir === null) {
      return new ByteStore(await mkdtemp(join(tmpdir(), "replicate-simulator-")), true);
    }
    const folder = join(dataDir, "bytes");
    await mkdir(folder, { recursive: true });
    return new ByteStore(folder, false);
  }

  async write(id: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(id);
    await writeFile(`${path}.tmp`, bytes);
    await rename(`${path}.tmp`, path);
  }

  /** The bytes, or null when there are none under this id. */
  async read(id: string): Promise<Buffer | null> {
    try {
      return await readFile(this.#path(id));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  async close(): Promise<void> {
    if (this.#temporary) await rm(this.#folder, { recursive: true, force: true });
  }

  #path(id: string): string {
    return join(this.#folder, encodeURIComponent(id));
  }
}
