import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";

interface Sequenced {
  readonly id: string;
  /** Grows with every record of every kind; the newest has the largest. */
  readonly sequence: number;
}

/**
 * One kind of record: in memory, and in one file per record when there is a folder. A file is replaced by renaming,
 * so a killed process leaves the old content or the new one; a power loss may take the last writes.
 */
export class RecordStore<Shape extends Sequenced> {
  readonly #records = new Map<string, Shape>();
  readonly #folder: string | null;
  /** For each id the last write that was asked for, as one that never rejects. */
  readonly #running = new Map<string, Promise<void>>();
  /** For each id the write that has not begun yet. */
  readonly #waiting = new Map<string, Promise<void>>();
  #temporaryFiles = 0;

  private constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** Opens `<folder>/<kind>`, or a store that forgets everything when `folder` is null. */
  static async open<Shape extends Sequenced>(
    folder: string | null,
    kind: string,
    schema: z.ZodType<Shape>,
  ): Promise<RecordStore<Shape>> {
    const store = new RecordStore<Shape>(folder === null ? null : join(folder, kind));
    await store.#load(schema);
    return store;
  }

  get(id: string): Shape | undefined {
    return this.#records.get(id);
  }

  /** Every record, oldest first. */
  all(): Shape[] {
    return [...this.#records.values()];
  }

  /** The largest sequence number; -1 when there are no records. */
  lastSequence(): number {
    return this.all().reduce((last, { sequence }) => Math.max(last, sequence), -1);
  }

  /** Stores a record; resolves when it is on disk. Readers see it at once. */
  put(record: Shape): Promise<void> {
    this.#records.set(record.id, record);
    return this.#write(record.id);
  }

  /** Changes the record as it is now; undefined when it is gone. */
  async update(id: string, change: (record: Shape) => Shape): Promise<Shape | undefined> {
    const before = this.#records.get(id);
    if (before === undefined) return undefined;
    const after = change(before);
    await this.put(after);
    return after;
  }

  /** Removes a record; resolves when its file is gone. */
  remove(id: string): Promise<void> {
    this.#records.delete(id);
    return this.#write(id);
  }

  /** Resolves when every write that was asked for is done. */
  async flush(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #load(schema: z.ZodType<Shape>): Promise<void> {
    if (this.#folder === null) return;
    await mkdir(this.#folder, { recursive: true });
    const loaded: Shape[] = [];
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      if (!name.endsWith(".json")) {
        await rm(path, { force: true });
        continue;
      }
      loaded.push(parseRecord(schema, await readFile(path, "utf8"), path));
    }
    for (const record of loaded.toSorted((a, b) => a.sequence - b.sequence)) {
      this.#records.set(record.id, record);
    }
  }

  /** A write that has not begun yet will write the latest, so one waiting write is enough for any number of puts. */
  #write(id: string): Promise<void> {
    if (this.#folder === null) return Promise.resolve();
    const folder = this.#folder;
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) return waiting;
    const write = (this.#running.get(id) ?? Promise.resolve()).then(async () => {
      this.#waiting.delete(id);
      await this.#writeLatest(folder, id);
    });
    this.#waiting.set(id, write);
    const settled = write
      .catch(() => undefined)
      .then(() => {
        if (this.#running.get(id) === settled) this.#running.delete(id);
      });
    this.#running.set(id, settled);
    return write;
  }

  async #writeLatest(folder: string, id: string): Promise<void> {
    const path = join(folder, `${encodeURIComponent(id)}.json`);
    const record = this.#records.get(id);
    if (record === undefined) {
      await rm(path, { force: true });
      return;
    }
    this.#temporaryFiles += 1;
    const temporary = `${path}.${this.#temporaryFiles}.tmp`;
    await writeFile(temporary, JSON.stringify(record));
    await rename(temporary, path);
  }
}

function parseRecord<Shape>(schema: z.ZodType<Shape>, text: string, path: string): Shape {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON. Move it away, or start with another data folder.`, { cause });
  }
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    throw new Error(
      `${path} is not a record of this simulator. Move it away, or start with another folder.`,
      {
        cause: parsed.error,
      },
    );
  }
  return parsed.data;
}
