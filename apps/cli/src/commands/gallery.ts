import type { Command } from "commander";
import type { StudioClient } from "../client/studio-client.ts";
import type { PortraitView } from "../client/views.ts";
import { requireFolder } from "../files/require-folder.ts";
import { type SavedPortrait, savePortraits } from "../files/save-portraits.ts";
import { formatTable } from "../output/format-table.ts";
import { localTime } from "../output/local-time.ts";
import { shortened } from "../output/shortened.ts";
import { signedIn } from "../session/signed-in.ts";
import type { Run } from "./run.ts";
import { wholeNumber } from "./whole-number.ts";

interface GalleryOptions {
  readonly limit: number;
  readonly kept?: true;
  readonly download?: string;
}

const defaultLimit = 50;
/** The most the studio gives at once. */
const pageSize = 100;
const briefCharacters = 48;

/** `selfsame gallery`: the finished portraits, newest first. */
export function addGallery(program: Command, run: Run): void {
  program
    .command("gallery")
    .description("list your portraits, newest first, or save them")
    .option("--limit <number>", "how many", wholeNumber({ minimum: 1 }), defaultLimit)
    .option("--kept", "only those you marked to keep")
    .option("--download <folder>", "save the listed portraits there")
    .action(({ limit, kept, download: folder }: GalleryOptions) =>
      run(async (invocation) => {
        const { client, session } = await signedIn(invocation);
        if (folder !== undefined) await requireFolder(folder, "download");
        const { portraits, more } = await listPortraits(client, { limit, kept });
        const saved =
          folder === undefined
            ? []
            : await savePortraits(invocation, portraits, { token: session.token, folder, field: "download" });
        return { document: { portraits, more, saved }, lines: linesOf(portraits, saved, more) };
      }),
    );
}

async function listPortraits(
  client: StudioClient,
  { limit, kept }: { readonly limit: number; readonly kept: true | undefined },
): Promise<{ portraits: PortraitView[]; more: boolean }> {
  const portraits: PortraitView[] = [];
  let cursor: string | null = null;
  do {
    const page: { portraits: PortraitView[]; nextCursor: string | null } = await client.gallery.list.query({
      cursor,
      limit: Math.min(limit - portraits.length, pageSize),
      kept,
    });
    portraits.push(...page.portraits);
    cursor = page.nextCursor;
  } while (cursor !== null && portraits.length < limit);
  return { portraits, more: cursor !== null };
}

function linesOf(
  portraits: readonly PortraitView[],
  saved: readonly SavedPortrait[],
  more: boolean,
): string[] {
  if (portraits.length === 0) return ['No portraits yet. Make one: selfsame generate "reading by a window".'];
  const files = new Map(saved.map(({ portraitId, file }) => [portraitId, file]));
  const rows = portraits.map(({ id, createdAt, width, height, brief, kept, simulated }) => [
    files.get(id) ?? id,
    localTime(createdAt),
    `${width} × ${height}`,
    [...(kept ? ["kept"] : []), ...(simulated ? ["simulated"] : [])].join(", "),
    shortened(brief.replaceAll("\n", " "), briefCharacters),
  ]);
  return [
    ...formatTable(["portrait", "made", "pixels", "", "brief"], rows),
    ...(more ? ["There are more: --limit shows them."] : []),
  ];
}
