import { promisify } from "node:util";
import { type Entry, open, type Options, type ZipFile } from "yauzl";
import { BackupRefused } from "./backup-format.ts";
import type { OpenBackup } from "./restore-backup.ts";

// Safe: without an error yauzl always hands over the archive; its types know the callback form alone.
const openFile = promisify(open as (path: string, options: Options, done: ZipOpened) => void);

type ZipOpened = (thrown: Error | null, zip: ZipFile) => void;

/**
 * Opens a backup's file; nothing of it is read into memory but its list.
 *
 * @throws BackupRefused when it is no whole zip
 */
export const openBackup = async (file: string): Promise<OpenBackup & { readonly close: () => void }> => {
  const zip = await openFile(file, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw new BackupRefused(`${file} cannot be read as a backup: ${String(error)}`, { cause: error });
  });
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once("end", resolve);
    zip.once("error", reject);
    zip.readEntry();
  });
  return {
    paths: [...entries.keys()],
    read: (path) => {
      const entry = entries.get(path);
      if (entry === undefined) throw new BackupRefused(`The backup is damaged: ${path} is not in it.`);
      return promisify(zip.openReadStream.bind(zip, entry))();
    },
    close: () => zip.close(),
  };
};
