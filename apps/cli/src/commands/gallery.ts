import { type Command, Option } from "commander";
import { requireFolder } from "../files/require-folder.ts";
import { type SavedPortrait, savePortraits } from "../files/save-portraits.ts";
import { scoreCells } from "../measure/score-words.ts";
import { formatTable } from "../output/format-table.ts";
import { localTime } from "../output/local-time.ts";
import { shortened } from "../output/shortened.ts";
import { signedIn } from "../session/signed-in.ts";
import { addGalleryDownload } from "./gallery-download.ts";
import { type GalleryOrder, galleryOrders, type Listed, listGallery } from "./list-gallery.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

interface GalleryOptions {
  readonly limit: number;
  readonly kept?: true;
  readonly download?: string;
  readonly sort: GalleryOrder;
}

const defaultLimit = 50;
const briefCharacters = 48;

/** `selfsame gallery`: the finished portraits, newest first. */
export function addGallery(program: Command, run: Run): void {
  const gallery = program
    .command("gallery")
    .description("list your portraits, newest first, or save them")
    .option("--limit <number>", "how many", wholeNumber({ minimum: 1 }), defaultLimit)
    .option("--kept", "only those you marked to keep")
    .addOption(
      new Option("--sort <order>", "the newest first, or the most like you, or the most natural ones")
        .choices(galleryOrders)
        .default("newest"),
    )
    .option("--download <folder>", "save the listed portraits there")
    .action(({ limit, kept, download: folder, sort }: GalleryOptions) =>
      run(async (invocation) => {
        const { client, session } = await signedIn(invocation);
        if (folder !== undefined) await requireFolder(folder, "download");
        const { portraits, more } = await listGallery(client, { limit, kept, sort });
        const saved =
          folder === undefined
            ? []
            : await savePortraits(invocation, portraits, { token: session.token, folder, field: "download" });
        return { document: { portraits, more, saved }, lines: linesOf(portraits, saved, more) };
      }),
    );
  addGalleryDownload(gallery, run);
}

function linesOf(portraits: readonly Listed[], saved: readonly SavedPortrait[], more: boolean): string[] {
  const isByScore = portraits.some(({ score }) => score !== undefined);
  if (portraits.length === 0) return ['No portraits yet. Make one: selfsame generate "reading by a window".'];
  const files = new Map(saved.map(({ portraitId, file }) => [portraitId, file]));
  const rows = portraits.map(({ id, createdAt, width, height, brief, kept, simulated, score }) => [
    files.get(id) ?? id,
    localTime(createdAt),
    `${width} × ${height}`,
    [...(kept ? ["kept"] : []), ...(simulated ? ["simulated"] : [])].join(", "),
    ...(score === undefined ? [] : scoreCells(score)),
    shortened(brief.replaceAll("\n", " "), briefCharacters),
  ]);
  return [
    ...formatTable(
      [
        "portrait",
        "made",
        "pixels",
        "",
        ...(isByScore ? ["likeness", "expression", "natural"] : []),
        "brief",
      ],
      rows,
    ),
    ...(isByScore ? ["Only portraits with a score are listed."] : []),
    ...(more ? ["There are more: --limit shows them."] : []),
  ];
}
