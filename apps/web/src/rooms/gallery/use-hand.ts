import { useState } from "react";

import type { PortraitView } from "../../views/views.ts";
import type { Wall } from "./lay-out-wall.ts";
import { type Direction, portraitTowards } from "./portrait-towards.ts";
import { everything, extended, noSelection, type Selection, toggled, without } from "./selection.ts";

/** Where one is on the wall, what one holds, and where the focus is to go next. */
export interface Hand {
  readonly currentId: string | null;
  readonly selection: Selection;
  /** Whether a press selects instead of opening. */
  readonly isSelecting: boolean;
}

const emptyHand: Hand = { currentId: null, selection: noSelection, isSelecting: false };

/**
 * Holds a place on the wall and a selection. When what one stands on is taken down, one stands on what followed it.
 *
 * @param onMove brings a portrait into view and gives it the focus
 */
export function useHand(wall: Wall, startId: string | null, onMove: (portraitId: string) => void) {
  const [hand, setHand] = useState<Hand>({ ...emptyHand, currentId: startId });
  const hangs = (id: string) => wall.places.has(id);
  const currentId =
    hand.currentId !== null && hangs(hand.currentId) ? hand.currentId : (wall.tiles[0]?.portrait.id ?? null);
  const selection = without(hand.selection, (id) => !hangs(id));
  const isSelecting = hand.isSelecting || selection.ids.size > 0;
  const order = () => wall.tiles.map(({ portrait }) => portrait.id);
  const portraitOf = (id: string): PortraitView | undefined =>
    wall.tiles[wall.places.get(id)?.tile ?? -1]?.portrait;

  return {
    currentId,
    selection,
    isSelecting,
    current: currentId === null ? undefined : portraitOf(currentId),
    /** What an act is about: the selection, or without one where one stands. */
    held(): PortraitView[] {
      const ids = selection.ids.size > 0 ? [...selection.ids] : currentId === null ? [] : [currentId];
      return ids.flatMap((id) => portraitOf(id) ?? []);
    },
    standOn: (id: string) => setHand((now) => ({ ...now, currentId: id })),
    go(direction: Direction, isExtending: boolean) {
      if (currentId === null) return;
      const id = portraitTowards(wall, currentId, direction);
      if (id === undefined) return;
      const from: Selection =
        selection.anchorId === null ? { ids: selection.ids, anchorId: currentId } : selection;
      setHand({
        ...hand,
        currentId: id,
        selection: isExtending ? extended(from, id, order()) : selection,
      });
      onMove(id);
    },
    toggle: (id: string) => setHand({ ...hand, currentId: id, selection: toggled(selection, id) }),
    extendTo: (id: string) =>
      setHand({ ...hand, currentId: id, selection: extended(selection, id, order()) }),
    selectAll: () => setHand({ ...hand, selection: everything(order()) }),
    selectMode: (isOn: boolean) =>
      setHand({ ...hand, isSelecting: isOn, selection: isOn ? selection : noSelection }),
    /** Where one will stand when some are taken down: what follows the last of them, or comes before the first. */
    afterTakingDown(gone: readonly PortraitView[]): string | undefined {
      const ids = new Set(gone.map(({ id }) => id));
      const places = gone.flatMap(({ id }) => wall.places.get(id)?.tile ?? []);
      const following = wall.tiles
        .slice(Math.max(...places) + 1)
        .find(({ portrait }) => !ids.has(portrait.id));
      const before = wall.tiles
        .slice(0, Math.max(0, Math.min(...places)))
        .findLast(({ portrait }) => !ids.has(portrait.id));
      return (following ?? before)?.portrait.id;
    },
    /** Lets go of everything and stands elsewhere. */
    moveTo(id: string | undefined) {
      setHand({ currentId: id ?? null, selection: noSelection, isSelecting: false });
      if (id !== undefined) onMove(id);
    },
  };
}

export type HandOnWall = ReturnType<typeof useHand>;
