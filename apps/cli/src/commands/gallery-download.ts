import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { fetchPortraitArchive } from "../client/fetch-portrait-archive.ts";
import { ownFailureError } from "../failures/own-failures.ts";
import { reasonOf } from "../failures/reason-of.ts";
import { writeWhole } from "../files/write-whole.ts";
import { signedIn } from "../session/signed-in.ts";
import { type GalleryOrder, listGallery } from "./list-gallery.ts";
import type { Run } from "./run.ts";

interface DownloadOptions {
  readonly limit: number;
  readonly kept?: true;
  readonly sort: GalleryOrder;
}

/** The most the studio packs into one archive. */
const mostInArchive = 200;
/** Photos and faces are for their owner alone. */
const ownersAlone = 0o600;

/** `selfsame gallery download`: portraits with their recipes, as one zip. */
export function addGalleryDownload(gallery: Command, run: Run): void {
  gallery
    .command("download")
    .description("save portraits with their recipes as one zip, newest first")
    .argument("[file]", "where to (default: selfsame-portraits-<day>.zip)")
    // --limit, --kept and --sort are the gallery's own: commander hands them to it wherever they stand.
    .configureHelp({ showGlobalOptions: true })
    .action((given: string | undefined, _options: object, command: Command) =>
      run(async (invocation) => {
        const { limit, kept, sort } = command.optsWithGlobals<DownloadOptions>();
        const { server, interrupted, now, progress } = invocation;
        const { client, session } = await signedIn(invocation);
        const { portraits, more } = await listGallery(client, { limit, kept, sort });
        if (portraits.length === 0)
          return {
            document: { file: null, sizeBytes: 0, portraitIds: [], more },
            lines: ["There are no portraits to save."],
          };
        const file = given ?? `selfsame-portraits-${now().toISOString().slice(0, 10)}.zip`;
        const portraitIds = portraits.map(({ id }) => id);
        const line = progress.begin("Packing");
        let outcome = "not saved";
        try {
          const request = { server, token: session.token, portraitIds, signal: interrupted };
          const archive = await fetchPortraitArchive(request);
          await writeWhole(file, archive, { mode: ownersAlone }).catch((error: unknown) => {
            if (interrupted.aborted) throw error;
            throw ownFailureError("export_broken", { reason: reasonOf(error) }, { cause: error });
          });
          outcome = "saved";
        } finally {
          line.end(outcome);
        }
        const { size: sizeBytes } = await stat(file);
        return {
          document: { file, sizeBytes, portraitIds, more },
          lines: [
            `${portraits.length} portraits with their recipes are in ${file}.`,
            ...(more ? [`There are more: --limit takes up to ${mostInArchive}.`] : []),
          ],
        };
      }),
    );
}
