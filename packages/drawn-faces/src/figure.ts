import type { HeadShape, Side } from "./head-shape.ts";
import type { Identity } from "./identity.ts";
import type { Palette } from "./palette.ts";
import type { Scene } from "./scene.ts";
import type { SvgSheet } from "./svg-sheet.ts";

/** What every part of one figure is drawn from. */
export interface Figure {
  readonly identity: Identity;
  readonly scene: Scene;
  readonly palette: Palette;
  readonly head: HeadShape;
  readonly sheet: SvgSheet;
  /** The half of the picture that lies in the light. */
  readonly litSide: Side;
}
