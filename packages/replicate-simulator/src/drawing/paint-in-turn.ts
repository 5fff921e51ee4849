import type { PortraitPainter } from "./portrait-painter.ts";

/** Lets one picture be drawn at a time: drawing takes a processor, and answering requests needs one too. */
export function paintInTurn(painter: PortraitPainter): PortraitPainter {
  let turn: Promise<unknown> = Promise.resolve();
  return (request) => {
    const painted = turn.then(() => painter(request));
    turn = painted.catch(() => undefined);
    return painted;
  };
}
