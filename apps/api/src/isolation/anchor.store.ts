import { asc, desc, gt, sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { isolationAnchored, isolationAnchors } from "../db/schema/isolation.ts";
import type { AnchorStore } from "./anchor.ts";

/** Keeps the anchors in the studio's database. */
export const anchorsOn = ({ system }: Database): AnchorStore => ({
  last: async () => {
    const [anchor] = await system
      .select()
      .from(isolationAnchors)
      .orderBy(desc(isolationAnchors.position))
      .limit(1);
    return anchor;
  },
  after: (position, atMost) =>
    system
      .select()
      .from(isolationAnchors)
      .where(gt(isolationAnchors.position, position))
      .orderBy(asc(isolationAnchors.position))
      .limit(atMost),
  add: (anchor) =>
    system.transaction(async (tx) => {
      const added = await tx
        .insert(isolationAnchors)
        .values(anchor)
        .onConflictDoNothing()
        .returning({ position: isolationAnchors.position });
      if (added.length === 0) return false;
      await tx
        .insert(isolationAnchored)
        .values(
          anchor.heads.map(([chainId, position]) => ({ chainId, position, anchorPosition: anchor.position })),
        )
        .onConflictDoUpdate({
          target: isolationAnchored.chainId,
          set: { position: sql`excluded.position`, anchorPosition: sql`excluded.anchor_position` },
        });
      return true;
    }),
});
